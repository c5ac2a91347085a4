package io.direktdraht.intents.recognise;

import io.direktdraht.intents.recognise.Entity.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Numbers of accounts and cards. They are found to be masked: nobody here needs more of them than
/// the last four digits. A number that is masked already is found as such.
public final class BankNumbers {
  private static final String GAP = "[ \\u00A0.-]?+";
  private static final Pattern IBAN =
      Pattern.compile(
          "(?<![\\p{L}\\d])[a-z]{2}\\d{2}(?:GAP[a-z0-9]{4}){2,7}(?:GAP[a-z0-9]{1,3})?(?![\\p{L}\\d])"
              .replace("GAP", GAP),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MASKED_IBAN =
      Pattern.compile("(?<![\\p{L}\\d])[A-Z]{2}…[A-Z0-9]{4}(?![\\p{L}\\d])");
  private static final Pattern CARD =
      Pattern.compile("(?<![\\d-])\\d(?:" + GAP + "\\d){12,18}(?![\\d-])");
  private static final Pattern MASKED_CARD = Pattern.compile("(?<![\\p{L}\\d])…\\d{4}(?!\\d)");

  /// First digits and lengths of Visa, Mastercard, American Express, Diners, Discover, JCB and
  /// Maestro, as those publish them: a parcel's number may have a right check digit too.
  private static final Pattern ISSUED =
      Pattern.compile(
          "4\\d{12}(?:\\d{3}){0,2}|(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}"
              + "|3[47]\\d{13}|3(?:0[0-5]|[689]\\d)\\d{11}|(?:6011|64[4-9]\\d|65\\d\\d|35\\d\\d)\\d{12}"
              + "|(?:5018|5020|5038|5893|6304|6759|676[1-3])\\d{12,15}");

  /// Countries and lengths of the IBAN registry (ISO 13616, SWIFT): any other number that begins
  /// with two letters and two digits, a UUID for one, is somebody's own and stays as it is.
  private static final Map<String, Integer> LENGTHS =
      Pattern.compile(" ")
          .splitAsStream(
              "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22"
                  + " DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27"
                  + " GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21"
                  + " LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15"
                  + " OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24"
                  + " SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

  private static final int FEWEST_DIGITS = 10;
  private static final int CHECKSUM = 97;

  private BankNumbers() {}

  /// The text with every account and card masked; masking twice changes nothing more.
  public static String masked(String text) {
    var masked = new StringBuilder(text);
    for (var found : in(text).reversed()) masked.replace(found.start(), found.end(), found.value());
    return masked.toString();
  }

  /// Accounts and cards in the order of the text.
  static List<Entity> in(String text) {
    var found = new ArrayList<Entity>();
    if (text.indexOf('…') >= 0) {
      all(MASKED_IBAN, text, Kind.IBAN, found);
      all(MASKED_CARD, text, Kind.CARD, found);
    }
    if (text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
      accounts(text, found);
      all(CARD, text, Kind.CARD, found);
    }
    return found.stream().sorted(Comparator.comparingInt(Entity::start)).toList();
  }

  private static void all(Pattern pattern, String text, Kind kind, List<Entity> found) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      if (found.stream().anyMatch(one -> one.start() < end && start < one.end())) continue;
      var written = matcher.group();
      var value = written.indexOf('…') >= 0 ? Optional.of(written) : card(written);
      value.ifPresent(masked -> found.add(new Entity(kind, masked, start, end)));
    }
  }

  /// "AT61 1904 3002 3457 3201 bitte": what follows may look like its last part.
  private static void accounts(String text, List<Entity> found) {
    var matcher = IBAN.matcher(text);
    while (matcher.find())
      for (int end = matcher.end(); end > matcher.start(); end = wordBefore(text, end)) {
        var masked = iban(text.substring(matcher.start(), end));
        if (masked.isEmpty()) continue;
        found.add(new Entity(Kind.IBAN, masked.get(), matcher.start(), end));
        break;
      }
  }

  /// Where the text ends without its last word.
  private static int wordBefore(String text, int end) {
    int last = end - 1;
    while (last > 0 && Character.isLetterOrDigit(text.charAt(last))) last--;
    return last;
  }

  /// Masked, if the checksum of ISO 13616 (ISO 7064, MOD 97-10) holds.
  private static Optional<String> iban(String written) {
    var iban = written.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    if (iban.length() != LENGTHS.getOrDefault(iban.substring(0, 2), 0)) return Optional.empty();
    var turned = iban.substring(4) + iban.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
      rest = (rest * (value > 9 ? 100 : 10) + value) % CHECKSUM;
    }
    return rest == 1 ? Optional.of(iban.substring(0, 2) + "…" + last(iban)) : Optional.empty();
  }

  /// Masked, if somebody issues such cards and the check digit of ISO/IEC 7812-1 (Luhn) holds.
  private static Optional<String> card(String written) {
    var digits = written.replaceAll("\\D", "");
    if (!ISSUED.matcher(digits).matches()) return Optional.empty();
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0 ? Optional.of("…" + last(digits)) : Optional.empty();
  }

  private static String last(String number) {
    return number.substring(number.length() - 4);
  }
}
