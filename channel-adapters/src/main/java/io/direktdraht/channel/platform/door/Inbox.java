package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Done;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.door.Sequence.Arrived;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.log.LogUnavailable;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final PlatformPorts ports;
  private final Hook hook;
  private final Admitting admitting;
  private final Lanes lanes;
  private final Clockwork clockwork;

  /// What is not settled yet, by key, in the order of arrival.
  private final Map<String, Call> calls = new LinkedHashMap<>();

  /// `patience` is how long a message waits for one that was written before it; `reached` is told
  /// which of our parts contacts have.
  record Clockwork(InstantSource clock, Duration patience, Reached reached) {}

  Inbox(Hook hook, PlatformPorts ports, Admitting admitting, Lanes lanes, Clockwork clockwork) {
    this.hook = hook;
    this.ports = ports;
    this.admitting = admitting;
    this.lanes = lanes;
    this.clockwork = clockwork;
  }

  /// Takes what is ripe. When to come again if something still ripens or there was too much for
  /// once, else empty; `wake` runs when a contact's files are there. Throws {@link LogUnavailable}:
  /// then everything waits.
  Optional<Instant> work(Runnable wake) throws InterruptedException {
    int limit = AT_ONCE + calls.size();
    var waiting = ports.raw().waiting(hook.line().id(), limit);
    calls.keySet().retainAll(waiting.stream().map(RawEvent::key).collect(Collectors.toSet()));
    for (var event : waiting)
      calls.computeIfAbsent(event.key(), _ -> new Call(event, Reading.of(hook, event.body())));
    var arrived = new ArrayList<Arrived>();
    var ripe = clockwork.clock.instant().minus(clockwork.patience);
    var early = new ArrayList<RawEvent>();
    var busy = lanes.busy();
    for (var call : calls.values()) {
      if (early(call, ripe)) early.add(call.event);
      sort(call, arrived, ripe, busy);
    }
    var sequence = Sequence.of(arrived, ripe);
    admit(sequence.now(), wake);
    settle();
    sequence.later().forEach(one -> early.add(one.event()));
    return next(waiting.size() == limit, early);
  }

  /// What a contact did and the call that told it.
  private record Pending(Call call, Done done) {}

  /// Notices are taken at once; what a contact does waits for files of theirs that are on their
  /// way.
  private void sort(Call call, List<Arrived> arrived, Instant ripe, Set<String> busy) {
    boolean early = call.event.at().isAfter(ripe);
    for (var occurrence : call.told())
      if (occurrence instanceof Done done) {
        if (!busy.contains(done.from().id()) && call.open(done))
          arrived.add(new Arrived(call.event, done));
      } else if (call.open(occurrence) && !(early && fast(occurrence)))
        attempt(call, occurrence, () -> note(call, occurrence));
  }

  /// What is told may be faster than the answer to the call that it is about.
  private static boolean fast(Occurrence occurrence) {
    return occurrence instanceof Occurrence.ReachedId
        || occurrence instanceof Occurrence.ReachedUntil;
  }

  private static boolean early(Call call, Instant ripe) {
    return call.event.at().isAfter(ripe) && call.told().stream().anyMatch(Inbox::fast);
  }

  private void admit(Map<String, List<Arrived>> senders, Runnable wake)
      throws InterruptedException {
    var slots = new Semaphore(CONTACTS_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var entry : senders.entrySet()) {
        var messages = entry.getValue().stream().map(this::pending).toList();
        if (messages.stream().anyMatch(one -> Fetching.needed(one.done))) {
          lanes.begin(entry.getKey(), () -> drive(messages), wake);
          continue;
        }
        slots.acquire();
        running.add(
            threads.submit(() -> {
              try {
                for (var one : messages) take(one, Brought.NOTHING);
              } finally {
                slots.release();
              }
            }));
      }
      for (var one : running) one.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof LogUnavailable outage) throw outage;
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Pending pending(Arrived arrived) {
    return new Pending(Objects.requireNonNull(calls.get(arrived.event().key())), arrived.done());
  }

  /// One contact's messages, each with its files; false when some are left, since the product stops
  /// or has no database: they come again.
  private boolean drive(List<Pending> messages) {
    try {
      for (var one : messages) if (!served(one)) return false;
      return true;
    } catch (LogUnavailable outage) {
      System.getLogger(Inbox.class.getName()).log(Level.WARNING, "files wait for the database");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /// False when the product stops.
  private boolean served(Pending one) throws InterruptedException {
    try {
      var brought = files(one.done);
      brought.ifPresent(files -> take(one, files));
      return brought.isPresent();
    } catch (LogUnavailable outage) {
      throw outage;
    } catch (RuntimeException | StackOverflowError poison) {
      one.call.fails(one.done, poison.toString());
      return true;
    }
  }

  private Optional<Brought> files(Done done) throws InterruptedException {
    return done instanceof Said said
        ? lanes.fetching().bring(said, kind -> admitting.named(said, kind))
        : Optional.of(Brought.NOTHING);
  }

  private void take(Pending one, Brought files) {
    attempt(
        one.call,
        one.done,
        () -> {
          switch (one.done) {
            case Said said -> admitting.said(said, files);
            case Occurrence.Edited edited -> admitting.edited(edited);
            case Occurrence.Withdrawn withdrawn -> admitting.withdrawn(withdrawn);
          }
        });
  }

  private void note(Call call, Occurrence occurrence) {
    switch (occurrence) {
      case Occurrence.Reached(var message, boolean read) -> {
        clockwork.reached.note(message);
        admitting.receipts().reached(message, read);
      }
      case Occurrence.ReachedId(var id, boolean read) -> admitting.receipts().reached(id, read);
      case Occurrence.ReachedUntil until -> admitting.receipts().reached(until);
      case Occurrence.Accepted(var message) -> admitting.receipts().accepted(message);
      case Occurrence.Failed(var message, var why) -> admitting.receipts().failed(message, why);
      case Occurrence.Reach reach -> admitting.receipts().reach(reach);
      case Occurrence.OptOut change -> admitting.receipts().optOut(change);
      case Occurrence.AnswersOnly change -> admitting.receipts().answersOnly(change);
      case Occurrence.Overheard overheard -> admitting.overheard(overheard);
      case Occurrence.Turned turned -> admitting.turned(turned);
      case Occurrence.Ignored(var kind) -> admitting.counts("ignored " + kind);
      case Occurrence.Unread(var why) -> call.fails(occurrence, why);
      case Done _ -> throw new IllegalStateException("what a contact does is no notice");
    }
  }

  private static void attempt(Call call, Occurrence occurrence, Runnable work) {
    try {
      work.run();
      call.done(occurrence);
    } catch (LogUnavailable outage) {
      throw outage;
    } catch (RuntimeException | StackOverflowError poison) {
      call.fails(occurrence, poison.toString());
    }
  }

  private void settle() {
    var done = new ArrayList<RawEvent>();
    for (var call : List.copyOf(calls.values())) {
      if (call.told().stream().anyMatch(call::open)) continue;
      var problem = call.problem();
      if (problem == null) done.add(call.event);
      else {
        admitting.counts("quarantined");
        ports.raw().quarantine(call.event.unreadable(problem));
      }
      calls.remove(call.event.key());
    }
    ports.raw().done(done);
  }

  private Optional<Instant> next(boolean more, List<RawEvent> early) {
    var ripens =
        early.stream().map(event -> event.at().plus(clockwork.patience)).min(Instant::compareTo);
    return ripens.isEmpty() && more ? Optional.of(clockwork.clock.instant()) : ripens;
  }
}
