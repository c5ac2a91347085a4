package io.direktdraht.conversation.attachment;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.log.Masking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Files for tests.
public final class Files {
  /// A real picture of one red point.
  public static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

  private Files() {}

  public static Attachment picture(String name) {
    return new Attachment(Attachment.Id.next(NINE), name, "image/png", PNG.length);
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A megabyte a file, three a message, five megabytes a day.
  public static Attaching attaching(Attachments attachments) {
    var limits = new Attaching.Limits(1_000_000, 3, 5_000_000);
    return new Attaching(attachments, limits, Masking.NONE, () -> NINE);
  }

  /// A picture's head that claims this size, without the picture.
  public static byte[] png(int width, int height) {
    var claimed = Arrays.copyOf(PNG, PNG.length);
    ByteBuffer.wrap(claimed).putInt(16, width).putInt(20, height);
    return claimed;
  }
}
