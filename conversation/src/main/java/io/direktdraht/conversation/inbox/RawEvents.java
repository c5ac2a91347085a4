package io.direktdraht.conversation.inbox;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.List;

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

  /// Forgets, keys and all, what arrived before and no longer waits; how many that were.
  int forget(Instant before);
}
