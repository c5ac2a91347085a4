package io.direktdraht.intents;

import java.util.regex.Pattern;

/// German words that address somebody, for tests of what the bot says.
public final class FormalWords {
  private static final Pattern SIE = Pattern.compile("\\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\\b");
  private static final Pattern DU =
      Pattern.compile(
          "\\b(?:du|dich|dir|deine?[mnrs]?|euch|eure?[mnrs]?)\\b", Pattern.CASE_INSENSITIVE);

  private FormalWords() {}

  /// `Sie` at the beginning of a sentence may be a thing; the informal wording does without it.
  public static boolean formal(String text) {
    return SIE.matcher(text).find();
  }

  public static boolean informal(String text) {
    return DU.matcher(text).find();
  }
}
