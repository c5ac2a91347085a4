package io.direktdraht.storage.history;

import io.direktdraht.storage.history.Verdict.Invariant;
import io.direktdraht.storage.history.Verdict.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares what senders, platform and readers saw with the log, once all faults are healed and
/// nothing is owed any more.
public final class HistoryChecker {
  private final History history;
  private final Map<String, List<Stored>> logs;
  private final List<Violation> violations = new ArrayList<>();
  private final List<History.Delivered> ambiguous = new ArrayList<>();

  private HistoryChecker(History history, Map<String, List<Stored>> logs) {
    this.history = history;
    this.logs = logs;
  }

  /// `logs` are whole logs by conversation, in the order in which they were read.
  public static Verdict check(History history, Map<String, List<Stored>> logs) {
    var checker = new HistoryChecker(history, logs);
    checker.acknowledged();
    logs.forEach((conversation, log) -> {
      checker.places(conversation, log);
      checker.doubles(conversation, log);
      checker.turns(conversation, log);
      checker.speakers(conversation, log);
      checker.deliveries(conversation, log);
    });
    checker.readers();
    return new Verdict(checker.violations, checker.ambiguous);
  }

  private void acknowledged() {
    var stored = new HashSet<Body>();
    for (var log : logs.values()) for (var one : log) Body.in(one.text()).ifPresent(stored::add);
    var acknowledged = new HashSet<Body>();
    for (var operation : history.operations()) {
      if (operation.phase() == Operation.Phase.OK) acknowledged.add(operation.body());
    }
    for (var body : acknowledged)
      if (!stored.contains(body))
        found(Invariant.NO_LOSS, body.conversation(), "acknowledged but not stored: " + body);
    for (var operation : history.operations())
      if (operation.phase() == Operation.Phase.FAIL
          && stored.contains(operation.body())
          && !acknowledged.contains(operation.body()))
        found(
            Invariant.HONEST,
            operation.body().conversation(),
            "refused but stored: " + operation.body());
  }

  private void places(String conversation, List<Stored> log) {
    for (int i = 0; i < log.size(); i++)
      if (log.get(i).seq() != i + 1) {
        found(Invariant.ORDER, conversation, "place " + (i + 1) + " holds seq " + log.get(i).seq());
        return;
      }
  }

  private void doubles(String conversation, List<Stored> log) {
    var seen = new HashSet<Body>();
    for (var one : log)
      Body.in(one.text())
          .filter(body -> !seen.add(body))
          .ifPresent(body -> found(Invariant.NO_DOUBLE, conversation, "stored twice: " + body));
  }

  /// Every received message is answered by at most one turn, and no turn answers what is not there.
  private void turns(String conversation, List<Stored> log) {
    long answered = 0;
    for (var one : log) {
      if (one.type() != Stored.Type.TURN) continue;
      if (one.about() <= answered)
        found(Invariant.NO_DOUBLE, conversation, "answered twice: up to " + one.about());
      if (one.about() >= one.seq())
        found(Invariant.ORDER, conversation, "turn " + one.seq() + " answers " + one.about());
      answered = Math.max(answered, one.about());
    }
  }

  private void speakers(String conversation, List<Stored> log) {
    boolean person = false;
    for (var one : log)
      switch (one.type()) {
        case TAKEN_OVER -> person = true;
        case HANDED_BACK -> person = false;
        case BOT_SAID, TURN -> {
          if (person) found(Invariant.ONE_SPEAKER, conversation, "the bot spoke at " + one.seq());
        }
        case RECEIVED, AGENT_SAID, SYSTEM_SAID, SEND_FAILED, AMBIGUOUS, OTHER -> {}
      }
  }

  private void deliveries(String conversation, List<Stored> log) {
    var times = new HashMap<Long, Integer>();
    for (var delivered : history.deliveries())
      if (delivered.conversation().equals(conversation))
        times.merge(delivered.seq(), 1, Integer::sum);
    var flagged = flagged(conversation, log);
    long last = 0;
    for (var delivered : history.deliveries()) {
      if (!delivered.conversation().equals(conversation)) continue;
      if (delivered.seq() < last)
        found(Invariant.ORDER, conversation, "delivered " + delivered.seq() + " after " + last);
      last = Math.max(last, delivered.seq());
    }
    for (var one : log) {
      int sent = times.getOrDefault(one.seq(), 0);
      if (sent > 1)
        found(Invariant.NO_DOUBLE, conversation, "delivered " + sent + " times: " + one.seq());
      if (one.carried() && sent == 0 && !flagged.contains(one.seq()))
        found(Invariant.NO_LOSS, conversation, "neither delivered nor flagged: " + one.seq());
    }
  }

  /// Places whose send failed or is not known; the latter are reported.
  private Set<Long> flagged(String conversation, List<Stored> log) {
    var flagged = new TreeSet<Long>();
    for (var one : log)
      switch (one.type()) {
        case AMBIGUOUS -> {
          flagged.add(one.about());
          ambiguous.add(new History.Delivered(conversation, one.about()));
        }
        case SEND_FAILED -> flagged.add(one.about());
        case RECEIVED, TURN, BOT_SAID, AGENT_SAID, SYSTEM_SAID, TAKEN_OVER, HANDED_BACK, OTHER -> {}
      }
    return flagged;
  }

  private void readers() {
    history
        .readers()
        .forEach((reader, shown) -> {
          var log = logs.getOrDefault(reader.conversation(), List.of());
          var due = log.stream().filter(Stored::shown).map(Stored::seq).toList();
          var who = reader.name() + " shows ";
          if (new HashSet<>(shown).size() < shown.size())
            found(Invariant.NO_DOUBLE, reader.conversation(), who + "doubles: " + shown);
          else if (!shown.equals(shown.stream().sorted().toList()))
            found(Invariant.ORDER, reader.conversation(), who + "another order: " + shown);
          else if (!due.containsAll(shown))
            found(Invariant.ORDER, reader.conversation(), who + "what is not there: " + shown);
          else if (shown.size() < due.size())
            found(Invariant.NO_LOSS, reader.conversation(), who + "only " + shown + " of " + due);
        });
  }

  private void found(Invariant invariant, String conversation, String what) {
    violations.add(new Violation(invariant, conversation, what));
  }
}
