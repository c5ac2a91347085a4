package io.direktdraht.intents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a message that may each ask for something of their own: sentences, lines, and what
/// follows "und außerdem", "und dann noch", "and also".
public final class Parts {
  private static final int FEWEST_WORDS = 3;
  private static final int MOST = 4;
  private static final Pattern BORDER =
      Pattern.compile(
          "[.!?;\\n]+(?=\\s|$)"
              + "|[,\\s]+(?:und |and )?(?:außerdem|ausserdem|zudem|weiters|desweiteren|also|besides|on top of that)[,\\s]+"
              + "|[,\\s]+(?:und|and) (?:dann noch|noch was|noch eine frage|nebenbei|another thing|one more thing|while (?:i am|i'm) at it)[:,\\s]+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Parts() {}

  /// None when the message has only one; otherwise two to four, each of three words or more.
  public static List<String> of(String text) {
    var parts = new ArrayList<String>();
    for (var part : BORDER.split(text, -1))
      if (NormalText.words(part).size() >= FEWEST_WORDS) parts.add(part.strip());
    return parts.size() < 2 || parts.size() > MOST ? List.of() : List.copyOf(parts);
  }
}
