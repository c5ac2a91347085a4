package io.direktdraht.intents.recognise;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.direktdraht.intents.recognise.Entity.Kind;
import java.util.List;
import java.util.stream.StreamSupport;

/// Phone numbers that exist by the numbering plans of libphonenumber. Without a country they are
/// German; a number must begin as one that can be dialled, with 0 or +, because order numbers,
/// amounts and dates would pass too.
final class PhoneNumbers {
  private static final String HOME = "DE";
  private static final int FEWEST_DIGITS = 6;
  private static final int TRIES = 20;
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  static List<Entity> in(String text) {
    if (text.chars().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS)
      return List.of();
    return StreamSupport.stream(
            PLANS.findNumbers(text, HOME, Leniency.VALID, TRIES).spliterator(), false)
        .filter(PhoneNumbers::canBeDialled)
        .map(match ->
            new Entity(
                Kind.PHONE,
                PLANS.format(match.number(), PhoneNumberFormat.E164),
                match.start(),
                match.end()))
        .toList();
  }

  private static boolean canBeDialled(PhoneNumberMatch match) {
    var first = match.rawString().replaceFirst("^\\D*?(?=[+\\d])", "");
    return first.startsWith("0") || first.startsWith("+");
  }
}
