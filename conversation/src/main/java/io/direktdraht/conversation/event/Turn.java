package io.direktdraht.conversation.event;

import io.direktdraht.conversation.Escalation;
import java.util.List;
import java.util.Map;
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
      List<String> said) {
    public Dialogue {
      slots = Map.copyOf(slots);
      said = List.copyOf(said);
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
  }
}
