package io.direktdraht.console.desk.exit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A way on for whoever would otherwise stand before a closed door.
public enum Exit {
  /// Nothing to do: the place is kept, the answer comes here.
  KEEP_PLACE("wait"),
  CALLBACK("callback"),
  EMAIL("email"),
  /// The same conversation in a messenger: the widget itself shows the way.
  MESSENGER("messenger"),
  /// Back to the bot; the way to a person stays open.
  BOT("bot");

  private final String word;

  Exit(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Exit> of(String word) {
    return List.of(values()).stream().filter(exit -> exit.word.equals(word)).findFirst();
  }

  /// What can be chosen, never nothing. `slots`: a callback can be booked; `written`: the channel
  /// is e-mail already; `onward`: there is a messenger to go on in.
  public static List<Exit> offered(boolean slots, boolean written, boolean onward) {
    var exits = new ArrayList<Exit>(List.of(KEEP_PLACE));
    if (slots) exits.add(CALLBACK);
    if (!written) exits.add(EMAIL);
    if (onward) exits.add(MESSENGER);
    exits.add(BOT);
    return exits;
  }
}
