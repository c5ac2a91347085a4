package io.direktdraht.conversation.event;

import io.direktdraht.conversation.Escalation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the bot decided in one turn and why: enough to explain it, and to decide it again with
/// other rules. `upTo` is the last received message that the turn answers; `millis` is how long it
/// took.
public record Turn(
    String decision,
    @Nullable String intent,
    Understood understood,
    Dialogue dialogue,
    String catalogue,
    long upTo,
    long millis) {

  /// What was understood of the contact's words; probabilities are 0 to 1, best candidate first.
  public record Understood(
      String language,
      List<Candidate> candidates,
      List<Entity> entities,
      boolean humanWish,
      double mood,
      List<String> words) {
    public Understood {
      candidates = List.copyOf(candidates);
      entities = List.copyOf(entities);
      words = List.copyOf(words);
    }
  }

  public record Candidate(String intent, String title, double probability) {}

  public record Entity(String kind, String value) {}

  /// What the bot remembers after the turn. It holds only while `epoch` is still the
  /// conversation's.
  public record Dialogue(
      long epoch,
      String language,
      Map<String, String> slots,
      @Nullable Pending pending,
      int failures,
      boolean declined,
      List<String> said,
      Mood mood) {
    /// The slot that holds what it is about: an intent, or what the contact called it.
    public static final String MATTER = "matter";

    public Dialogue {
      slots = Map.copyOf(slots);
      said = List.copyOf(said);
      mood = Objects.requireNonNullElse(mood, Mood.CALM); // turns were stored before moods were
    }

    /// Of somebody calm who was told nothing yet.
    public static Dialogue fresh(long epoch, String language, Map<String, String> slots) {
      return new Dialogue(epoch, language, slots, null, 0, false, List.of(), Mood.CALM);
    }
  }

  /// How the contact has felt of late, from -1 (worst) to 0, and the words that caused it, newest
  /// last. A turn counts half after the next one: the shortest half-life that still remembers, a
  /// guess, as no log with moods exists to fit one to.
  public record Mood(double value, List<String> words) {
    public static final Mood CALM = new Mood(0, List.of());
    private static final double KEPT = 0.5;
    private static final int WORDS = 5;

    public Mood {
      if (!(value >= -1 && value <= 0))
        throw new IllegalArgumentException("a mood is from -1 to 0, was " + value);
      words = List.copyOf(words);
    }

    /// After a turn that felt like `now`, because of these words. Several annoyances add up to what
    /// one outburst is.
    public Mood after(double now, List<String> because) {
      double next = Math.max(-1, now + KEPT * value);
      var all = new ArrayList<>(next > -KEPT / 10 ? List.of() : words);
      because.stream().filter(word -> !all.contains(word)).forEach(all::add);
      return new Mood(next, all.subList(Math.max(0, all.size() - WORDS), all.size()));
    }
  }

  /// What the bot waits to hear.
  public sealed interface Pending {
    /// A value for a slot of an intent's form.
    record SlotValue(String intent, String slot) implements Pending {}

    /// Which of these intents was meant.
    record Choice(List<String> intents) implements Pending {
      public Choice {
        intents = List.copyOf(intents);
      }
    }

    /// Whether a person shall come, for this reason.
    record Invitation(Escalation why) implements Pending {}

    /// Where the promised answer may be sent.
    record Address() implements Pending {}

    /// Whether the facts of the hand-off were noted right.
    record Confirmation() implements Pending {}

    /// What was noted wrong.
    record Correction() implements Pending {}

    /// A fact that the person will need.
    record Missing(String fact) implements Pending {}
  }
}
