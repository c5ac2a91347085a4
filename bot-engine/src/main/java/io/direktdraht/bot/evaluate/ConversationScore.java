package io.direktdraht.bot.evaluate;

import io.direktdraht.bot.evaluate.Script.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether a person came where one should, in time, and only there.
public record ConversationScore(
    Escalated expected, Escalated needless, int failedInARow, List<Failure> failures) {
  public ConversationScore {
    failures = List.copyOf(failures);
  }

  /// So many of `n` conversations were handed over: of those that should be, in time; of those that
  /// should not, at all.
  public record Escalated(int n, int escalated) {
    static final Escalated NONE = new Escalated(0, 0);

    Escalated plus(boolean one) {
      return new Escalated(n + 1, escalated + (one ? 1 : 0));
    }
  }

  /// What went wrong, and at which turn: where a person was due, or where one came.
  public record Failure(String id, int turn, String what) {
    static Optional<Failure> of(Played played) {
      var id = played.script().id();
      var handedOff = played.handedOff();
      return switch (played.script().expected()) {
        case Expected.Person(int due) when handedOff == null ->
            Optional.of(new Failure(id, due, "missed"));
        case Expected.Person(int due) when handedOff.turn() > due ->
            Optional.of(new Failure(id, handedOff.turn(), "late"));
        case Expected.Person _ -> Optional.empty();
        case Expected.Bot() ->
            handedOff == null
                ? Optional.empty()
                : Optional.of(
                    new Failure(id, handedOff.turn(), "needless: " + handedOff.why().rule()));
      };
    }
  }

  public int n() {
    return expected.n() + needless.n();
  }

  /// Scores conversation by conversation.
  public static final class Tally implements Consumer<Played> {
    private Escalated expected = Escalated.NONE;
    private Escalated needless = Escalated.NONE;
    private int failedInARow;
    private final List<Failure> failures = new ArrayList<>();

    @Override
    public void accept(Played played) {
      var failure = Failure.of(played);
      switch (played.script().expected()) {
        case Expected.Person _ -> expected = expected.plus(failure.isEmpty());
        case Expected.Bot() -> needless = needless.plus(failure.isPresent());
      }
      failedInARow = Math.max(failedInARow, played.failedInARow());
      failure.ifPresent(failures::add);
    }

    public ConversationScore score() {
      return new ConversationScore(expected, needless, failedInARow, failures);
    }
  }
}
