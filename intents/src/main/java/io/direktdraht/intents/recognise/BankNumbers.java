package io.direktdraht.intents.recognise;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of accounts and cards. They are found to be masked: nobody here needs more of them than
/// the last four digits.
final class BankNumbers {
  static final Pattern IBAN =
      Pattern.compile(
          "(?<![\\p{L}\\d])[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])");
  private static final int SHORTEST_IBAN = 15; // Norway's
  private static final int CHECKSUM = 97;

  private BankNumbers() {}

  /// Masked, if the checksum of ISO 13616 (ISO 7064, MOD 97-10) holds.
  static Optional<String> iban(String written) {
    var iban = written.replace(" ", "").toUpperCase(Locale.ROOT);
    if (iban.length() < SHORTEST_IBAN) return Optional.empty();
    var turned = iban.substring(4) + iban.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
      rest = (rest * (value > 9 ? 100 : 10) + value) % CHECKSUM;
    }
    return rest == 1 ? Optional.of(iban.substring(0, 2) + "…" + last(iban)) : Optional.empty();
  }

  /// Masked, if the check digit of ISO/IEC 7812-1 (Luhn) holds.
  static Optional<String> card(String written) {
    var digits = written.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    boolean valid = sum % 10 == 0 && digits.chars().anyMatch(c -> c != '0');
    return valid ? Optional.of("…" + last(digits)) : Optional.empty();
  }

  private static String last(String number) {
    return number.substring(number.length() - 4);
  }
}
