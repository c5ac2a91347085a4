package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.conversation.inbox.RawEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A call of the platform of which something may still be to be done.
final class Call {
  final RawEvent event;
  private final List<Occurrence> told;
  private final Set<Occurrence> done = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String problem;

  Call(RawEvent event, Reading reading) {
    this.event = event;
    switch (reading) {
      case Reading.Told(var telling) -> told = telling.occurrences();
      case Reading.Garbage(var why) -> {
        told = List.of();
        problem = why;
      }
    }
  }

  List<Occurrence> told() {
    return told;
  }

  boolean open(Occurrence occurrence) {
    return !done.contains(occurrence);
  }

  void done(Occurrence occurrence) {
    done.add(occurrence);
  }

  /// It is done too: nobody can take it.
  void fails(Occurrence occurrence, String why) {
    problem = why;
    done.add(occurrence);
  }

  @Nullable String problem() {
    return problem;
  }
}
