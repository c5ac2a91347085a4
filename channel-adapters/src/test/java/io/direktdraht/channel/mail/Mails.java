package io.direktdraht.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// Mails as other programs write them, byte by byte.
final class Mails {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = "Die Bank wackelt.".getBytes(StandardCharsets.UTF_8);

  static Mails from(String sender, String id) {
    var mail = new Mails();
    mail.headers.put("Message-ID", id);
    mail.headers.put("Date", "Mon, 23 Nov 2026 09:00:00 +0000");
    mail.headers.put("From", sender);
    mail.headers.put("To", "hilfe@shop.example");
    mail.headers.put("Subject", "Bank kaputt");
    mail.headers.put("MIME-Version", "1.0");
    mail.headers.put("Content-Type", "text/plain; charset=utf-8");
    mail.headers.put("Content-Transfer-Encoding", "8bit");
    return mail;
  }

  Mails with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Mails without(String header) {
    headers.remove(header);
    return this;
  }

  Mails saying(String text) {
    return saying(text.getBytes(StandardCharsets.UTF_8));
  }

  Mails saying(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  Mails replacing(String words, String others) {
    var text = new String(body, StandardCharsets.UTF_8);
    if (!text.contains(words)) throw new IllegalArgumentException("not in it: " + words);
    return saying(text.replace(words, others));
  }

  MimeMessage message() {
    var head = new StringBuilder();
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    var top = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    var all = new byte[top.length + body.length];
    System.arraycopy(top, 0, all, 0, top.length);
    System.arraycopy(body, 0, all, top.length, body.length);
    var properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    try {
      return new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(all));
    } catch (MessagingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Mail read() {
    try {
      return new MailReader(MailLines.mail(0, 0)).read(message());
    } catch (MessagingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
