package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.door.Sequence.Arrived;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.log.LogUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/// Turns what one line's platform told into messages of the log. Contacts do not wait for each
/// other, and one event that nobody can take harms no other: it goes into quarantine. Everything
/// may be done twice, by a crash or by two nodes: the log's keys absorb it.
final class Inbox {
  private static final int AT_ONCE = 32; // calls, each of up to a few megabytes
  private static final int CONTACTS_AT_ONCE = 256;
  private final Hook hook;
  private final PlatformPorts ports;
  private final Admitting admitting;
  private final InstantSource clock;
  private final Duration patience;

  /// `patience` is how long a message waits for one that was written before it.
  Inbox(
      Hook hook, PlatformPorts ports, Admitting admitting, InstantSource clock, Duration patience) {
    this.hook = hook;
    this.ports = ports;
    this.admitting = admitting;
    this.clock = clock;
    this.patience = patience;
  }

  /// Takes what is ripe. When to come again if something still ripens or there was too much for
  /// once, else empty. Throws {@link LogUnavailable}: then everything waits.
  Optional<Instant> work() throws InterruptedException {
    var waiting = ports.raw().waiting(hook.line().id(), AT_ONCE);
    if (waiting.isEmpty()) return Optional.empty();
    var problems = new ConcurrentHashMap<String, String>(); // by the event's key
    var arrived = new ArrayList<Arrived>();
    var notices = new ArrayList<Notice>();
    for (var event : waiting) sort(event, arrived, notices, problems);
    var sequence = Sequence.of(arrived, clock.instant().minus(patience));
    admit(sequence.now(), notices, problems);
    settle(waiting, sequence.later(), problems);
    return next(waiting.size(), sequence.later());
  }

  /// Something in an event that is not a message.
  private record Notice(RawEvent event, Occurrence occurrence) {}

  private void sort(
      RawEvent event, List<Arrived> arrived, List<Notice> notices, Map<String, String> problems) {
    switch (Reading.of(hook, event.body())) {
      case Reading.Garbage(var why) -> problems.put(event.key(), why);
      case Reading.Told(var telling) -> {
        for (var occurrence : telling.occurrences())
          if (occurrence instanceof Said said) arrived.add(new Arrived(event, said));
          else notices.add(new Notice(event, occurrence));
      }
    }
  }

  private void admit(
      Map<String, List<Arrived>> senders, List<Notice> notices, Map<String, String> problems)
      throws InterruptedException {
    var slots = new Semaphore(CONTACTS_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var messages : senders.values()) {
        slots.acquire();
        running.add(
            threads.submit(() -> {
              try {
                for (var one : messages)
                  attempt(one.event(), problems, () -> admitting.said(one.said()));
              } finally {
                slots.release();
              }
            }));
      }
      for (var notice : notices) attempt(notice.event(), problems, () -> note(notice, problems));
      for (var one : running) one.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof LogUnavailable outage) throw outage;
      throw new IllegalStateException(failed.getCause());
    }
  }

  private void note(Notice notice, Map<String, String> problems) {
    switch (notice.occurrence()) {
      case Occurrence.Reached(var message, boolean read) -> admitting.reached(message, read);
      case Occurrence.Failed(var message, var why) -> admitting.failed(message, why);
      case Occurrence.Reach reach -> admitting.reach(reach);
      case Occurrence.Ignored(var kind) -> admitting.counts("ignored " + kind);
      case Occurrence.Unread(var why) -> problems.put(notice.event().key(), why);
      case Said _ -> throw new IllegalStateException("a message is no notice");
    }
  }

  private static void attempt(RawEvent event, Map<String, String> problems, Runnable work) {
    try {
      work.run();
    } catch (LogUnavailable outage) {
      throw outage;
    } catch (RuntimeException poison) {
      problems.put(event.key(), poison.toString());
    }
  }

  private void settle(List<RawEvent> waiting, List<Arrived> later, Map<String, String> problems) {
    var unfinished = later.stream().map(one -> one.event().key()).collect(Collectors.toSet());
    var done = new ArrayList<RawEvent>();
    for (var event : waiting) {
      if (unfinished.contains(event.key())) continue;
      var problem = problems.get(event.key());
      if (problem == null) done.add(event);
      else {
        admitting.counts("quarantined");
        ports.raw().quarantine(event.unreadable(problem));
      }
    }
    ports.raw().done(done);
  }

  private Optional<Instant> next(int taken, List<Arrived> later) {
    var ripens = later.stream().map(one -> one.event().at().plus(patience)).min(Instant::compareTo);
    return ripens.isEmpty() && taken == AT_ONCE ? Optional.of(clock.instant()) : ripens;
  }
}
