package io.direktdraht.channel.mail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a {@link Mail} of what IMAP gives. What cannot be understood is kept as a file.
final class MailReader {
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_SUBJECT = 200;
  private final MailLine line;
  private final OriginReader origins;

  MailReader(MailLine line) {
    this.line = line;
    this.origins = new OriginReader(line);
  }

  Mail read(MimeMessage message) throws MessagingException {
    var from = from(message);
    var subject = subject(message);
    var body = body(message);
    return new Mail(
        id(message, from, subject, body),
        from,
        others(message),
        subject,
        refers(message),
        body,
        origins.origin(message, from, body.full()));
  }

  /// Only what the head says, of a mail that is too big to be read.
  Mail head(MimeMessage message, String notice) throws MessagingException {
    var from = from(message);
    var body = new Mail.Body(notice, notice, List.of());
    var origin = origins.origin(message, from, "");
    var subject = subject(message);
    var id = id(message, from, subject, body);
    return new Mail(id, from, others(message), subject, refers(message), body, origin);
  }

  private static Mail.Body body(MimeMessage message) throws MessagingException {
    try {
      var body = MailParts.of(message).body();
      boolean nothing = body.full().isBlank() && body.files().isEmpty();
      return nothing && message.isMimeType("multipart/*") ? unread(message) : body;
    } catch (IOException | MessagingException | RuntimeException broken) {
      return unread(message);
    }
  }

  private static Mail.Body unread(MimeMessage message) throws MessagingException {
    var raw = new ByteArrayOutputStream();
    try {
      message.writeTo(raw);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    var notice = "[Diese E-Mail ließ sich nicht lesen / This e-mail could not be read]";
    return new Mail.Body(notice, notice, List.of(new Mail.File("mail.eml", raw.toByteArray())));
  }

  /// The Message-ID in small letters; without one, or with one of unreasonable length, what makes
  /// this mail this mail.
  private static String id(MimeMessage message, Mail.Person from, String subject, Mail.Body body)
      throws MessagingException {
    var given = header(message, "Message-ID").strip().toLowerCase(Locale.ROOT);
    if (!given.isEmpty() && given.length() <= LONGEST_ID) return given;
    var date = header(message, "Date");
    return "sha256:" + digest(String.join("|", given, from.address(), date, subject, body.full()));
  }

  /// A form on the shop's own page writes by our address, and names the customer to reply to.
  private Mail.Person from(MimeMessage message) throws MessagingException {
    var from = addresses(() -> message.getFrom()).stream().findFirst();
    var reply = addresses(() -> message.getReplyTo()).stream().findFirst();
    boolean form = from.filter(one -> line.own(one.address())).isPresent();
    return reply
        .filter(one -> form && !line.own(one.address()))
        .or(() -> from)
        .or(() -> reply)
        .orElse(new Mail.Person("unknown@invalid", null));
  }

  /// Everybody else whom the mail went to, without ourselves.
  private List<Mail.Person> others(MimeMessage message) throws MessagingException {
    Map<String, Mail.Person> others = new LinkedHashMap<>();
    for (var type : List.of(RecipientType.TO, RecipientType.CC))
      for (var person : addresses(() -> message.getRecipients(type)))
        if (!line.own(person.address())) others.putIfAbsent(person.address(), person);
    return List.copyOf(others.values());
  }

  /// Every address of ours that the mail was sent to, for a thread's own.
  static List<String> delivered(MimeMessage message) throws MessagingException {
    var found = new ArrayList<String>();
    for (var name : List.of("To", "Cc", "Delivered-To", "X-Original-To"))
      for (var person : addresses(() -> parsed(message, name))) found.add(person.address());
    return found;
  }

  private static Address[] parsed(MimeMessage message, String name) throws MessagingException {
    return InternetAddress.parseHeader(header(message, name), false);
  }

  private static String subject(MimeMessage message) throws MessagingException {
    var raw = header(message, "Subject");
    var words =
        MailParts.decoded(raw.replaceAll("\\s+", " ")).replaceAll("\\p{Cntrl}", " ").strip();
    return words.substring(0, Math.min(words.length(), LONGEST_SUBJECT));
  }

  /// In-Reply-To, then References from the last to the first; then what a thread's address says.
  private List<String> refers(MimeMessage message) throws MessagingException {
    var refers = new ArrayList<String>(ids(header(message, "In-Reply-To")));
    refers.addAll(ids(header(message, "References")).reversed());
    for (var address : delivered(message)) if (line.own(address)) refers.add(address);
    return refers.stream().distinct().limit(100).toList();
  }

  private static List<String> ids(String header) {
    return ID.matcher(header).results().map(id -> id.group().toLowerCase(Locale.ROOT)).toList();
  }

  static String header(Part part, String name) throws MessagingException {
    var values = part.getHeader(name);
    return values == null ? "" : Optional.ofNullable(values[0]).orElse("");
  }

  private interface Addresses {
    Address @Nullable [] get() throws MessagingException;
  }

  /// What can be read of a header of addresses.
  private static List<Mail.Person> addresses(Addresses header) {
    var people = new ArrayList<Mail.Person>();
    try {
      var found = header.get();
      if (found == null) return List.of();
      for (var one : found)
        if (one instanceof InternetAddress address
            && address.getAddress() != null
            && address.getAddress().matches("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,255}"))
          people.add(new Mail.Person(address.getAddress(), name(address)));
    } catch (MessagingException unreadable) {
      return List.of();
    }
    return people;
  }

  private static @Nullable String name(InternetAddress address) {
    var name = address.getPersonal();
    if (name == null) return null;
    var clean = name.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), 100));
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
