package io.direktdraht.channel.sms;

import java.util.Set;

/// The country codes of the world's numbers (ITU-T E.164): of one digit, of two where listed, else
/// of three.
final class Dialling {
  private static final Set<String> TWO =
      Set.of(
          "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
          "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
          "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

  private Dialling() {}

  /// Whether both are numbers, and of one country, or of those that share a code.
  static boolean near(String one, String other) {
    return number(one) && number(other) && code(one).equals(code(other));
  }

  private static boolean number(String text) {
    return text.matches("\\+[1-9]\\d{6,14}");
  }

  private static String code(String number) {
    char first = number.charAt(1);
    if (first == '1' || first == '7') return number.substring(1, 2);
    var two = number.substring(1, 3);
    return TWO.contains(two) ? two : number.substring(1, 4);
  }
}
