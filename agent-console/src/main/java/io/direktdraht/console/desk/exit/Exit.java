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

  /// How things stand when a contact wants a person. `free`: somebody could take one more; `slots`:
  /// a callback can be booked; `written`: the channel is one on which an answer can wait.
  public record Standing(
      boolean open, boolean staffed, boolean free, boolean slots, boolean mail) {}

  /// What is offered, never nothing. Whoever is served at once needs no choice but their place.
  public static List<Exit> offered(Standing standing) {
    var exits = new ArrayList<Exit>(List.of(KEEP_PLACE));
    if (standing.open() && standing.staffed() && standing.free()) return exits;
    if (standing.slots()) exits.add(CALLBACK);
    if (!standing.mail()) exits.add(EMAIL); // who writes an e-mail has one
    exits.add(BOT);
    return exits;
  }
}
