package io.direktdraht.channel.mail;

import io.direktdraht.conversation.ConversationId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The ids of our own mails, `<dd.CONVERSATION.SEQ.SIGNATURE@domain>`, the address of a thread,
/// `local+dd.THREAD.SIGNATURE@domain`, and that of reports about a mail,
/// `local+b.CONVERSATION.SEQ.SIGNATURE@domain`. A signature is 50 bits of HMAC-SHA256 over line and
/// the rest: who has never seen our mail cannot write into its thread.
final class MailIds {
  private static final Pattern ID =
      Pattern.compile("<dd\\.([0-9a-f-]{36})\\.(\\d{1,18})\\.([a-z2-7]{10})@[^<>\\s]{1,255}>");
  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s]{1,64}?\\+dd\\.([0-9a-f]{32})\\.([a-z2-7]{10})@[^@\\s]{1,255}");
  private static final Pattern BOUNCE =
      Pattern.compile(
          "[^@\\s]{1,64}?\\+b\\.([0-9a-v]{1,26})\\.([0-9a-z]{1,12})\\.([a-z2-7]{10})@[^@\\s]+");
  private static final int LONGEST_LOCAL = 64; // RFC 5321, 4.5.3.1.1
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 10;
  private final MailLine line;
  private final SecretKeySpec key;

  /// A message of ours, by its place in the log.
  record Ours(ConversationId conversation, long seq) {}

  /// `key` is a secret of 32 bytes.
  MailIds(MailLine line, byte[] key) {
    this.line = line;
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  static String newThread(UUID id) {
    return id.toString().replace("-", "");
  }

  String of(ConversationId conversation, long seq) {
    var signature = sign(conversation + "." + seq);
    return "<dd.%s.%d.%s@%s>".formatted(conversation, seq, signature, line.domain());
  }

  /// Where an answer to this thread may go besides.
  String address(String thread) {
    var signed = "+dd." + thread + "." + sign(thread) + "@";
    return line.address().replaceFirst("@", signed);
  }

  /// Where other servers report about this message (RFC 5321, 4.5.5), by an address that says which
  /// one it is, also when the report does not. Empty where there can be none.
  Optional<String> reports(ConversationId conversation, long seq) {
    var compact = new BigInteger(newThread(conversation.value()), 16).toString(32);
    var place = Long.toString(seq, Character.MAX_RADIX);
    var mark = "+b." + compact + "." + place + "." + sign("b." + conversation + "." + seq) + "@";
    var address = line.address().replaceFirst("@", mark);
    return line.plus() && address.indexOf('@') <= LONGEST_LOCAL
        ? Optional.of(address)
        : Optional.empty();
  }

  /// The message that a report to this address is about.
  Optional<Ours> reported(String address) {
    var found = BOUNCE.matcher(address.strip().toLowerCase(Locale.ROOT));
    if (!found.matches()) return Optional.empty();
    var bits = new BigInteger(found.group(1), 32);
    if (bits.bitLength() > 128) return Optional.empty();
    var id = new UUID(bits.shiftRight(64).longValue(), bits.longValue());
    var ours = new Ours(new ConversationId(id), place(found.group(2)));
    return holds("b." + ours.conversation + "." + ours.seq, found.group(3))
        ? Optional.of(ours)
        : Optional.empty();
  }

  private static long place(String text) {
    return new BigInteger(text, Character.MAX_RADIX).longValue();
  }

  /// Empty for an id that we did not make.
  Optional<Ours> ours(String messageId) {
    var id = ID.matcher(messageId.strip());
    if (!id.matches() || !holds(id.group(1) + "." + id.group(2), id.group(3)))
      return Optional.empty();
    return Optional.of(new Ours(ConversationId.of(id.group(1)), Long.parseLong(id.group(2))));
  }

  /// The thread that this address of ours belongs to.
  Optional<String> thread(String address) {
    var found = ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT));
    if (!found.matches() || !holds(found.group(1), found.group(2))) return Optional.empty();
    return Optional.of(found.group(1));
  }

  private boolean holds(String what, String signature) {
    return MessageDigest.isEqual(
        signature.getBytes(StandardCharsets.US_ASCII),
        sign(what).getBytes(StandardCharsets.US_ASCII));
  }

  private String sign(String what) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return letters(mac.doFinal((line.id() + "|" + what).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The first 50 bits in base 32 (RFC 4648, 6), in small letters.
  private static String letters(byte[] bytes) {
    var text = new StringBuilder();
    long bits = 0;
    for (int i = 0; i < 7; i++) bits = (bits << 8) | (bytes[i] & 0xff);
    for (int i = 0; i < LENGTH; i++) text.append(LETTERS.charAt((int) (bits >> (51 - 5 * i)) & 31));
    return text.toString();
  }
}
