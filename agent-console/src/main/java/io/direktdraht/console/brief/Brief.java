package io.direktdraht.console.brief;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.PromiseKind;
import io.direktdraht.conversation.event.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agent reads first: what the contact wants in their own words, what was tried, how they
/// feel, why they are here, and what they were promised. A fold over the log.
///
/// `goal` is null when nobody knows. `why` begins with what let go; what was added while they
/// waited follows. `misunderstood` counts the turns in which the bot had to ask what was meant.
public record Brief(
    @Nullable String goal,
    List<Noted> facts,
    List<Said> words,
    List<Tried> tried,
    int misunderstood,
    Feeling feeling,
    List<Why> why,
    List<Passed> passed,
    List<Promised> promises) {

  /// A fact that was collected. `before` is what the contact corrected, null when they did not;
  /// `confirmed`: they said that it is right.
  public record Noted(String fact, String value, @Nullable String before, boolean confirmed) {}

  /// The contact's words, as they wrote them.
  public record Said(long seq, String text, Instant at) {}

  /// An answer of the bot's, and what it was about.
  public record Tried(long seq, String about, String text, Instant at) {}

  /// From -1 (worst) to 0 after each of the last turns, and the words that caused it.
  public record Feeling(List<Double> curve, List<String> words) {
    public Feeling {
      curve = List.copyOf(curve);
      words = List.copyOf(words);
    }

    /// As it is now.
    public double value() {
      return curve.isEmpty() ? 0 : curve.getLast();
    }
  }

  public record Why(Escalation escalation, Instant at) {}

  /// What an agent wrote for the next one when they let go.
  public record Passed(AgentId by, String note, Instant at) {}

  public record Promised(PromiseId id, PromiseKind kind, Instant due, State state) {
    public enum State {
      OPEN,
      KEPT,
      BROKEN
    }

    Promised become(State next) {
      return new Promised(id, kind, due, next);
    }
  }

  public Brief {
    facts = List.copyOf(facts);
    words = List.copyOf(words);
    tried = List.copyOf(tried);
    why = List.copyOf(why);
    passed = List.copyOf(passed);
    promises = List.copyOf(promises);
  }

  /// Of these events, in order; some in the middle may be missing. Why the bot let go and what is
  /// promised is known in any case, as long as the wait for a person is not over.
  public static Brief of(Conversation conversation, List<Recorded> events) {
    var story = new Story();
    conversation.stage().openPromise().ifPresent(story::promised);
    events.forEach(story::take);
    conversation.stage().waited().ifPresent(story::waited);
    return story.told();
  }
}
