package io.direktdraht.conversation.attachment;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.attachment.Attaching.Result;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachingTest {
  private final Attachments attachments = new MemoryAttachments((MemoryLog) Memories.ports().log());
  private final Attaching attaching =
      new Attaching(
          attachments,
          new Attaching.Limits(1000, 2, 2500),
          text -> text.replace("4711", "…"),
          () -> NINE);

  @ParameterizedTest
  @MethodSource("kinds")
  void theKindIsToldFromTheBytes(String begin, String mediaType, String name) throws IOException {
    assertThat(taken(latin(begin), "a")).isEqualTo(mediaType + " " + name);
  }

  @Test
  void anEndingThatLiesGetsTheTrueOneBehindIt() throws IOException {
    assertThat(taken(Files.PNG, "rechnung.exe")).isEqualTo("image/png rechnung.exe.png");
  }

  /// A program, an archive, markup that could run, a script, something unknown.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ\u0090\u0000", "PK\u0003\u0004", "<svg onload=alert(1)>",
            "\u00ef\u00bb\u00bf  <!DOCTYPE html>",
        "<?xml version='1.0'?>", "#!/bin/sh", "\u0000\u0001\u0002", "\u007fELF"
      })
  void whatCouldRunIsNotTaken(String begin) throws IOException {
    assertThat(attaching.take(body(latin(begin)), "harmless.png", "web:eva"))
        .isEqualTo(new Result.OtherKind());
  }

  @Test
  void aMailMayBringAnythingButAnUnknownKindIsOnlyAFile() throws IOException {
    var result = attaching.takeAny(body(latin("PK\u0003\u0004")), "a.zip", "mail:eva");
    var attachment = ((Result.Taken) result).attachment();
    assertThat(attachment.mediaType()).isEqualTo("application/octet-stream");
    assertThat(attachment.picture()).isFalse();
    assertThat(Handout.headers(attachment).get("Content-Disposition")).startsWith("attachment;");
  }

  @Test
  void nothingIsReadBeyondWhatIsAllowed() throws IOException {
    var endless =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            if (++read > 100_000) throw new IllegalStateException("read on and on");
            return 'x';
          }
        };
    assertThat(attaching.take(endless, "a.txt", "web:eva")).isEqualTo(new Result.TooBig(1000));
    assertThat(attaching.take(body(new byte[0]), "a.txt", "web:eva")).isEqualTo(new Result.Empty());
  }

  @Test
  void aPictureThatClaimsAHugeSizeIsRefusedUndecoded() throws IOException {
    assertThat(attaching.take(body(Files.png(20_000, 20_000)), "a.png", "web:eva"))
        .isEqualTo(new Result.TooManyPixels(Pixels.MOST));
    assertThat(attaching.take(body(Files.png(-1, -1)), "a.png", "web:eva"))
        .isEqualTo(new Result.TooManyPixels(Pixels.MOST));
  }

  @ParameterizedTest
  @CsvSource({
    "JPEG, /9j/4AAQSkZJRgABAQAAAQABAAD/wAALCE4gTiABAREA",
    "GIF, R0lGODlhIE4gTg==",
    "WEBP, UklGRgAAAABXRUJQVlA4WAoAAAAAAAAAH04AH04A",
  })
  void otherPicturesTellTheirSizeToo(FileKind kind, String head) {
    var bytes = Base64.getDecoder().decode(head);
    assertThat(FileKind.of(bytes)).contains(kind);
    assertThat(Pixels.of(kind, bytes)).isEqualTo(20_000L * 20_000);
  }

  @Test
  void nobodyFillsTheDisk() throws IOException {
    for (int i = 0; i < 2; i++)
      assertThat(attaching.take(body(latin("x".repeat(1000))), "a.txt", "web:eva"))
          .isInstanceOf(Result.Taken.class);
    assertThat(attaching.take(body(latin("x".repeat(1000))), "a.txt", "web:eva"))
        .isEqualTo(new Result.TooMuch());
    assertThat(attaching.take(body(latin("x".repeat(1000))), "a.txt", "web:udo"))
        .isInstanceOf(Result.Taken.class);
  }

  @Test
  void whatMessagesMayNotShowNamesMayNotEither() throws IOException {
    assertThat(taken(Files.PNG, "Karte 4711.png")).isEqualTo("image/png Karte ….png");
  }

  @Test
  void onlyItsOwnerPutsAFileIntoAMessage() throws IOException {
    var files =
        List.of(take(Files.PNG, "a.png"), take(Files.PNG, "b.png"), take(Files.PNG, "c.png"));
    var ids = files.stream().map(Attachment::id).toList();
    assertThat(attaching.of("web:eva", ids.subList(0, 2))).contains(files.subList(0, 2));
    assertThat(attaching.of("web:mallory", ids.subList(0, 2))).isEmpty();
    assertThat(attaching.of("web:eva", ids)).isEmpty(); // more than fit into a message
    assertThat(attaching.of("web:eva", List.of(Attachment.Id.next(NINE)))).isEmpty();
  }

  @Test
  void aNameCannotBreakOutOfItsHeader() {
    var headers = Handout.headers(Files.picture("a\"; x=\r\n ö🌳.png"));
    assertThat(headers.get("Content-Disposition"))
        .isEqualTo(
            "inline; filename=\"a__ x_ __.png\"; filename*=UTF-8''a__%20x%3D%20%C3%B6%F0%9F%8C%B3.png");
    assertThat(headers).containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(headers.get("Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void whatComesAgainUnderItsIdStaysAsItWas() throws IOException {
    var id = Attachment.Id.next(NINE);
    var first = attaching.takeOnce(id, body(Files.PNG), "a.png", "line:eva");
    var again = attaching.takeOnce(id, body(latin("Guten Tag")), "b.txt", "line:eva");
    assertThat(again).isEqualTo(first);
    assertThat(attachments.bytes(id)).hasValueSatisfying(b -> assertThat(b).isEqualTo(Files.PNG));
    assertThat(attachments.brought("line:eva", NINE)).isEqualTo(Files.PNG.length);
  }

  private String taken(byte[] bytes, String name) throws IOException {
    var attachment = take(bytes, name);
    return attachment.mediaType() + " " + attachment.name();
  }

  private Attachment take(byte[] bytes, String name) throws IOException {
    return ((Result.Taken) attaching.take(body(bytes), name, "web:eva")).attachment();
  }

  private static InputStream body(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments("\u00ff\u00d8\u00ff\u00e0", "image/jpeg", "a.jpg"),
        arguments("GIF89a\u0001", "image/gif", "a.gif"),
        arguments("RIFF\u0000\u0000\u0000\u0000WEBPVP8 ", "image/webp", "a.webp"),
        arguments("\u0000\u0000\u0000\u0018ftypheic", "image/heic", "a.heic"),
        arguments("%PDF-1.7", "application/pdf", "a.pdf"),
        arguments("ID3\u0003", "audio/mpeg", "a.mp3"),
        arguments("\u00ff\u00fb\u0090\u0000", "audio/mpeg", "a.mp3"),
        arguments("OggS\u0000", "audio/ogg", "a.ogg"),
        arguments("RIFF\u0000\u0000\u0000\u0000WAVEfmt ", "audio/wav", "a.wav"),
        arguments("\u0000\u0000\u0000\u0018ftypM4A ", "audio/mp4", "a.m4a"),
        arguments("#!AMR\n", "audio/amr", "a.amr"),
        arguments("\u0000\u0000\u0000\u0018ftypmp42", "video/mp4", "a.mp4"),
        arguments("Guten Tag", "text/plain", "a.txt"));
  }
}
