package io.direktdraht.channel.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks through the parts of a mail: its words, as text or HTML, and its files.
final class MailParts {
  private static final int DEEPEST = 20;
  private static final int MOST = 200;
  final StringBuilder text = new StringBuilder();
  final StringBuilder html = new StringBuilder();
  final List<Mail.File> files = new ArrayList<>();
  private int seen;

  static MailParts of(Part mail) throws MessagingException, IOException {
    var parts = new MailParts();
    parts.walk(mail, 0);
    return parts;
  }

  Mail.Body body() {
    if (text.toString().isBlank() && !html.isEmpty())
      return new Mail.Body(
          Quotes.stripped(HtmlText.stripped(html.toString())),
          HtmlText.full(html.toString()),
          files);
    var full = text.toString().replace("\r\n", "\n").strip();
    return new Mail.Body(Quotes.stripped(full), full, files);
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (++seen > MOST || depth > DEEPEST) return;
    var disposition = part.getDisposition();
    boolean file = Part.ATTACHMENT.equalsIgnoreCase(disposition) || part.getFileName() != null;
    if (!file && part.isMimeType("multipart/alternative")) alternative(children(part), depth);
    else if (!file && part.isMimeType("multipart/*"))
      for (var child : children(part)) walk(child, depth + 1);
    else if (!file && part.isMimeType("text/plain")) words(text, part);
    else if (!file && part.isMimeType("text/html")) words(html, part);
    else files.add(file(part));
  }

  /// The plain words if there are any, and whatever is neither of the two, e.g. pictures beside the
  /// HTML.
  private void alternative(List<BodyPart> children, int depth)
      throws MessagingException, IOException {
    for (var child : children) walk(child, depth + 1);
    if (!text.toString().isBlank()) html.setLength(0);
  }

  private static void words(StringBuilder to, Part part) throws MessagingException, IOException {
    if (!to.isEmpty()) to.append("\n\n");
    to.append(Charsets.decoded(bytes(part), charset(part)));
  }

  private Mail.File file(Part part) throws MessagingException, IOException {
    var name = part.getFileName();
    var fallback = part.isMimeType("message/rfc822") ? "mail.eml" : "file-" + (files.size() + 1);
    return new Mail.File(name == null ? fallback : decoded(name), bytes(part));
  }

  /// RFC 2047 in a place where it does not belong, as many programs write it.
  static String decoded(String words) {
    try {
      return MimeUtility.decodeText(words);
    } catch (UnsupportedEncodingException unknown) {
      return words;
    }
  }

  private static @Nullable String charset(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getParameter("charset");
    } catch (ParseException broken) {
      return null;
    }
  }

  private static List<BodyPart> children(Part part) throws MessagingException, IOException {
    var list = new ArrayList<BodyPart>();
    if (part.getContent() instanceof Multipart multipart)
      for (int i = 0; i < multipart.getCount(); i++) list.add(multipart.getBodyPart(i));
    return list;
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    if (part.isMimeType("message/rfc822") || part.isMimeType("multipart/*")) {
      var raw = new ByteArrayOutputStream();
      part.writeTo(raw);
      return raw.toByteArray();
    }
    try (var body = part.getInputStream()) {
      return body.readAllBytes();
    }
  }
}
