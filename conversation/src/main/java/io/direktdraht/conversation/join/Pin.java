package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// Six digits to type: weak by themselves, so they hold for minutes, for one asker, and forgive few
/// mistakes.
public record Pin(String digits) {
  private static final int ALL = 1_000_000;

  public Pin {
    if (!digits.matches("\\d{6}")) throw new IllegalArgumentException("a pin has six digits");
  }

  /// `random` gives numbers from 0 to below its argument.
  public static Pin next(IntUnaryOperator random) {
    return new Pin("%06d".formatted(random.applyAsInt(ALL)));
  }

  /// However it was typed; empty when it is none.
  public static Optional<Pin> in(String written) {
    var digits = written.replaceAll("[\\s-]", "");
    return digits.matches("\\d{6}") ? Optional.of(new Pin(digits)) : Optional.empty();
  }

  /// What is stored instead of it, another one for each asker.
  public String hash(Contact.Point asker) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var salted = asker.line() + "|" + asker.externalId() + "|" + digits;
      return HexFormat.of().formatHex(digest.digest(salted.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Pin[***]";
  }
}
