package io.direktdraht.conversation.attachment;

import io.direktdraht.conversation.Attachment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How a file is handed out over HTTP so that it can only be looked at or saved: never run, never
/// taken for another type, never kept by a shared cache.
public final class Handout {
  private Handout() {}

  /// Pictures may be drawn in place; everything else is saved (RFC 6266, RFC 8187 for the name).
  public static Map<String, String> headers(Attachment attachment) {
    return Map.of(
        "Content-Type", attachment.mediaType(),
        "Content-Disposition", disposition(attachment),
        "X-Content-Type-Options", "nosniff",
        "Content-Security-Policy", "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy", "cross-origin",
        "Cache-Control", "private, max-age=86400, immutable");
  }

  private static String disposition(Attachment attachment) {
    var plain = attachment.name().replaceAll("[^A-Za-z0-9._ -]", "_");
    var full =
        URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A");
    return (attachment.picture() ? "inline" : "attachment")
        + "; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + full;
  }
}
