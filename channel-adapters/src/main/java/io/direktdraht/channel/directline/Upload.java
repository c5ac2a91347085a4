package io.direktdraht.channel.directline;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/// What a client uploads: files, and the activity they belong to; null when it is a file alone.
record Upload(@Nullable String activity, List<Reception.Brought> files) {
  private static final String ACTIVITY = "application/vnd.microsoft.activity";

  /// Reads `multipart/form-data`, or the one file that the whole body is.
  static Upload read(byte[] body, String type, @Nullable String disposition)
      throws Refused, IOException {
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
      return new Upload(null, List.of(brought(disposition, body)));
    if (!type.contains("boundary=")) throw Refused.bad("multipart/form-data needs a boundary");
    try {
      var parts = new MimeMultipart(new ByteArrayDataSource(body, type));
      String activity = null;
      var files = new ArrayList<Reception.Brought>();
      for (int i = 0; i < parts.getCount(); i++) {
        var part = parts.getBodyPart(i);
        var bytes = bytes(part);
        if (part.isMimeType(ACTIVITY)) activity = new String(bytes, StandardCharsets.UTF_8);
        else files.add(brought(header(part), bytes));
      }
      if (files.isEmpty()) throw Refused.bad("no file came");
      return new Upload(activity, files);
    } catch (MessagingException broken) {
      throw Refused.bad("not multipart/form-data: " + broken.getMessage());
    }
  }

  private static Reception.Brought brought(@Nullable String disposition, byte[] bytes) {
    return new Reception.Brought(name(disposition), new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
    if (!(part instanceof MimeBodyPart raw)) throw new MessagingException("a part of another kind");
    try (var stream = raw.getRawInputStream()) {
      return stream.readAllBytes();
    }
  }

  /// Browsers write names in UTF-8 (HTML, multipart form data); mail's reader takes bytes for
  /// Latin-1.
  private static @Nullable String header(BodyPart part) throws MessagingException {
    var headers = part.getHeader("Content-Disposition");
    return headers == null
        ? null
        : new String(headers[0].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String name(@Nullable String disposition) {
    if (disposition == null) return "";
    try {
      var name = ContentDisposition.parse(disposition).getFilename();
      return name == null ? "" : name;
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }
}
