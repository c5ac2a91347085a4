package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.log.Change;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits what many conversations append at the same time in one transaction. A member that the
/// database refuses harms nobody: after any error the members are replayed one by one.
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int LARGEST = 256;
  private static final int QUEUE = 10_000;
  private static final int TRIES = 5;
  private static final Duration APART = Duration.ofMillis(5); // between beginnings of groups
  private static final Duration LOOK_UP = Duration.ofMillis(200); // to notice the stop

  private final Database database;
  private final EventJson json;
  private final Group group;
  private final Signals signals;
  private final InstantSource clock;
  private final DistributionSummary sizes;
  private final BlockingQueue<Member> queue = new ArrayBlockingQueue<>(QUEUE);
  private final List<Thread> writers = new ArrayList<>();
  private final ExecutorService publisher =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("signals").daemon().factory());
  private final Lock gathering = new ReentrantLock();
  private long lastBegin = System.nanoTime() - APART.toNanos(); // of whoever gathers
  private volatile boolean closed;

  /// What the writers need besides the database.
  record Surroundings(Signals signals, InstantSource clock, MeterRegistry meters) {}

  GroupCommit(Database database, EventJson json, Group group, Surroundings surroundings) {
    this.database = database;
    this.json = json;
    this.group = group;
    this.signals = surroundings.signals();
    this.clock = surroundings.clock();
    this.sizes =
        DistributionSummary.builder("direktdraht.commit.size")
            .description("Appends that shared one transaction")
            .publishPercentiles(0.5, 0.99)
            .register(surroundings.meters());
    for (int i = 0; i < database.dialect().writers(); i++)
      writers.add(Thread.ofPlatform().name("commit-" + i).daemon().start(this::run));
  }

  /// Waits until the member is on disk. Throws {@link LogUnavailable} when that is not known.
  <T> T commit(Function<CompletableFuture<T>, Member> member) {
    var answer = new CompletableFuture<T>();
    try {
      var joining = member.apply(answer);
      if (closed || !queue.offer(joining, 2, TimeUnit.SECONDS))
        throw new LogUnavailable("too much waits to be stored");
      if (closed && queue.remove(joining)) throw new LogUnavailable("stopping");
      return answer.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("stopped while waiting", stopped);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof LogUnavailable unavailable) throw unavailable;
      throw new IllegalStateException("the database refused it", failed.getCause());
    }
  }

  /// Stores what waits. The writers are not interrupted: that would close the embedded file.
  @Override
  public void close() {
    closed = true;
    try {
      for (var writer : writers) writer.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    publisher.shutdown();
  }

  private void run() {
    var members = new ArrayList<Member>(LARGEST);
    while (!closed || !queue.isEmpty()) {
      try {
        members.clear();
        gather(members);
        if (!members.isEmpty()) commit(members);
      } catch (InterruptedException nobodyDoes) {
        LOG.warn("a writer was interrupted and goes on", nobodyDoes);
      } catch (RuntimeException | Error failed) {
        unknown(members, failed);
      }
    }
  }

  /// Whoever comes alone goes at once. Whoever follows close behind a group waits for company.
  private void gather(List<Member> members) throws InterruptedException {
    gathering.lock();
    try {
      var first = closed ? queue.poll() : queue.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
      if (first == null) return;
      members.add(first);
      long early = lastBegin + APART.toNanos() - System.nanoTime();
      if (early > 0) TimeUnit.NANOSECONDS.sleep(early);
      queue.drainTo(members, LARGEST - 1);
      lastBegin = System.nanoTime();
    } finally {
      gathering.unlock();
    }
  }

  private void commit(List<Member> members) {
    if (members.stream().anyMatch(Member::alone)) {
      replay(members);
      return;
    }
    try {
      transact(members);
    } catch (SQLTransientConnectionException nobodyThere) {
      queue.drainTo(members); // they have waited as long
      unavailable(members, nobodyThere);
    } catch (SQLException | RuntimeException | StackOverflowError failed) {
      if (members.size() > 1)
        LOG.warn("group of {} is replayed: {}", members.size(), failed.toString());
      replay(members);
    }
  }

  /// One by one. Once the database cannot be reached nobody else has to wait to learn the same.
  private void replay(List<Member> members) {
    for (int i = 0; i < members.size(); i++) {
      var lost = alone(members.get(i));
      if (lost.isPresent()) {
        unavailable(members.subList(i, members.size()), lost.get());
        return;
      }
    }
  }

  /// Answers the member, or says why the database could not be reached.
  private Optional<SQLException> alone(Member member) {
    for (int attempt = 1; ; attempt++) {
      try {
        transact(List.of(member));
        return Optional.empty();
      } catch (SQLException failed) {
        if (database.dialect().unreachable(failed)) return Optional.of(failed);
        if (attempt == TRIES || !database.dialect().contended(failed)) {
          LOG.error("an append was refused by the database", failed);
          member.answer().completeExceptionally(failed);
          return Optional.empty();
        }
      } catch (RuntimeException | StackOverflowError failed) {
        LOG.error("an append could not be decided", failed);
        member.answer().completeExceptionally(failed);
        return Optional.empty();
      }
    }
  }

  private static void unavailable(List<Member> members, SQLException why) {
    LOG.warn(
        "{} appends are not stored, the database cannot be reached: {}",
        members.size(),
        why.toString());
    for (var member : members)
      member.answer().completeExceptionally(new LogUnavailable("database", why));
  }

  /// Nobody waits for ever, and a repetition with the same key finds what was stored after all.
  private static void unknown(List<Member> members, Throwable why) {
    for (var member : members)
      member.answer().completeExceptionally(new LogUnavailable("not known to be stored", why));
    LOG.error("a writer failed and goes on", why);
  }

  private void transact(List<Member> members) throws SQLException {
    List<Runnable> answers;
    List<Change> changes;
    try (var connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      try {
        var working = new GroupReads(connection, database.dialect(), new Rows(json)).read(members);
        answers = group.decide(members, working);
        changes = working.changes;
        new GroupWrites(connection, json).write(working, clock.instant());
        connection.commit();
        // Also when nothing changed: what a repetition found may not be on disk yet.
        database.dialect().force(connection);
      } catch (SQLException | RuntimeException | Error failed) {
        rollback(connection);
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    sizes.record(members.size());
    answers.forEach(Runnable::run);
    publisher.execute(() -> changes.forEach(this::publish));
  }

  private void publish(Change change) {
    Set<Owed.Kind> kinds = change.owes().stream().map(Owed::kind).collect(Collectors.toSet());
    signals.publish(new Signal.Committed(change.after(), change.recorded(), kinds));
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      LOG.debug("nothing to roll back: the connection is gone", lost);
    }
  }
}
