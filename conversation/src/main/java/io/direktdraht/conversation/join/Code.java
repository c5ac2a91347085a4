package io.direktdraht.conversation.join;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A secret that a person can read out: `DD-7F3K-9QXM-2HTA`, 60 bits in the digits of Crockford's
/// base 32, where no letter looks like another.
public record Code(String text) {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(?<![\\w-])DD-([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2})(?![\\w-])");

  public Code {
    if (!FORM.matcher(text).matches())
      throw new IllegalArgumentException("a code looks like DD-7F3K-9QXM-2HTA");
    text = text.toUpperCase(Locale.ROOT);
  }

  /// `random` gives numbers from 0 to below its argument.
  public static Code next(IntUnaryOperator random) {
    var text = new StringBuilder("DD");
    for (int i = 0; i < 12; i++) {
      if (i % 4 == 0) text.append('-');
      text.append(DIGITS.charAt(random.applyAsInt(DIGITS.length())));
    }
    return new Code(text.toString());
  }

  /// The first one that stands in what somebody wrote.
  public static Optional<Code> in(String written) {
    return FORM.matcher(written).results().findFirst().map(found -> new Code(found.group()));
  }

  /// What was written besides it.
  public static String without(String written) {
    return FORM.matcher(written).replaceAll(Matcher.quoteReplacement("")).strip();
  }

  /// What is stored instead of it.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Code[***]";
  }
}
