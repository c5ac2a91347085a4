package io.direktdraht.conversation.inbox;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What platforms told us and nobody has understood yet. Keys outlive bodies, so that a repetition
/// is recognised long after.
public interface RawEvents {
  /// True when it was not there yet. It is on disk when this returns, whoever stored it.
  boolean store(RawEvent event);

  /// In the order of their arrival; those in quarantine do not wait.
  List<RawEvent> waiting(Line.Id line, int limit);

  /// They are understood: only their keys are kept, since the log has what was said, masked.
  void done(List<RawEvent> events);

  /// It cannot be read, for the reason it names; nobody waits for it any more.
  void quarantine(RawEvent unreadable);

  /// How many of the line are in quarantine.
  int quarantined(Line.Id line);

  /// The youngest of the line in this state, the last one first.
  List<Trace> latest(Line.Id line, State state, int limit);

  /// One of those in quarantine, as it came.
  Optional<RawEvent> inQuarantine(Line.Id line, String key);

  /// It leaves its quarantine and waits again, since it may be understood by now. False when it is
  /// not there.
  boolean again(Line.Id line, String key);

  /// It leaves its quarantine for good: only its key is kept. False when it is not there.
  boolean discard(Line.Id line, String key);

  /// Forgets, keys and all, what arrived before and no longer waits; how many that were.
  int forget(Instant before);

  /// What became of a call, without what it says.
  record Trace(String key, State state, @Nullable String problem, Instant at) {}

  enum State {
    WAITING,
    DONE,
    QUARANTINED
  }
}
