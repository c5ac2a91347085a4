package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.join.Arrival;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Understanding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the contact wrote since the last turn, and what was understood. `command` is the payload of
/// a button that means something to the bot itself, without its slash: "human", "bot", "yes",
/// "none", or an intent. `wordless` says what came when not a word did, else it is null.
public record Heard(
    String text,
    @Nullable String command,
    Understanding understanding,
    @Nullable Wordless wordless) {
  public static final String HUMAN = "human";
  public static final String BOT = "bot";
  public static final String NONE = "none";

  /// To the question whether a person shall come. A press that comes later is still a wish.
  public static final String YES = "yes";

  /// That the facts of the hand-off were noted right, or not.
  public static final String RIGHT = "right";

  public static final String WRONG = "wrong";

  /// What came instead of words.
  public enum Wordless {
    FILES,
    /// Something said, which the bot cannot listen to.
    VOICE,
    /// A place, a sticker, a contact's card, something that no line can show.
    THINGS
  }

  public Heard(String text, @Nullable String command, Understanding understanding) {
    this(text, command, understanding, null);
  }

  /// By button, by words, or by zero as on the phone.
  boolean wishesPerson() {
    return says(HUMAN)
        || says(YES)
        || understanding.humanWish().wanted()
        || text.lines().anyMatch(line -> line.strip().equals("0"));
  }

  /// The words of the wish.
  List<String> wish() {
    var words = understanding.humanWish().words();
    return words.isEmpty() ? List.of(text.strip()) : words;
  }

  /// Yes to the question whether a person shall come.
  boolean accepts() {
    return says(YES) || (command == null && FollowUp.agrees(text));
  }

  boolean declines() {
    return command == null && FollowUp.no(text);
  }

  /// How they came from another line with this message.
  Optional<Arrival> arrival() {
    return command == null ? Optional.empty() : Arrival.of("/" + command);
  }

  /// Whatever else is said, something is asked.
  boolean asks() {
    return text.contains("?");
  }

  boolean says(String expected) {
    return expected.equals(command);
  }

  Optional<String> entity(Entity.Kind kind) {
    return understanding.entities().stream()
        .filter(entity -> entity.kind() == kind)
        .map(Entity::value)
        .findFirst();
  }
}
