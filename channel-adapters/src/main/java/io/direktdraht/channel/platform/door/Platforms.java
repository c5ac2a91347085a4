package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.platform.media.Shelf;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// All lines of platforms: their common door, and a worker each that is woken by the door and looks
/// by itself every `sweep`.
public final class Platforms implements AutoCloseable {
  private static final Duration FORGETTING = Duration.ofHours(1);
  private static final Duration REGISTERING = Duration.ofMinutes(1);
  private static final Duration LAST_FILE = Duration.ofSeconds(10);
  private final List<PlatformLine> lines;
  private final PlatformPorts ports;
  private final WebhookHttp http;
  private final InstantSource clock;
  private final List<Pulse> pulses = new ArrayList<>();
  private final List<Registrar> registrars = new ArrayList<>();
  private final ExecutorService files = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);

  /// One line: how it tells us things, how it carries ours, and where its files are. `registration`
  /// is null where the platform is told by hand.
  public record PlatformLine(
      Hook hook, Sender sender, Shelf shelf, @Nullable Registration registration) {
    public PlatformLine(Hook hook, Sender sender, Shelf shelf) {
      this(hook, sender, shelf, null);
    }
  }

  /// `patience`: how long a message waits for one that was written before it. `retention`: how long
  /// a repeated call is recognised and an unreadable one kept. `attempts` and `firstPause`: how
  /// often a file is asked for, and how long until the second time.
  public record Rhythm(
      Duration sweep, Duration patience, Duration retention, int attempts, Duration firstPause) {
    public Rhythm {
      if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(5)) > 0)
        throw new IllegalArgumentException("platforms.patience must be 0 to 5 s, was " + patience);
      // WhatsApp repeats for seven days.
      if (retention.compareTo(Duration.ofDays(8)) < 0)
        throw new IllegalArgumentException(
            "platforms.retention must be at least 8 days, was " + retention);
      if (attempts < 1 || attempts > 6)
        throw new IllegalArgumentException(
            "platforms.media.attempts must be 1 to 6, was " + attempts);
      if (firstPause.isNegative() || firstPause.compareTo(Duration.ofSeconds(30)) > 0)
        throw new IllegalArgumentException(
            "platforms.media.first-pause must be up to 30 s, was " + firstPause);
    }
  }

  public Platforms(
      List<PlatformLine> lines,
      PlatformPorts ports,
      Rhythm rhythm,
      InstantSource clock,
      MeterRegistry meters) {
    this.lines = List.copyOf(lines);
    this.ports = ports;
    this.clock = clock;
    var doors = new HashMap<String, WebhookHttp.Door>();
    for (var one : lines) {
      var line = one.hook.line();
      var admitting = new Admitting(line, one.sender.capabilities(), ports, clock, meters);
      var inbox =
          new Inbox(
              one.hook,
              ports,
              admitting,
              new Lanes(fetching(one, rhythm), files),
              new Inbox.Clockwork(clock, rhythm.patience));
      var pulse = new Pulse("inbox-" + line.id(), rhythm.sweep, beating -> work(inbox, beating));
      pulses.add(pulse);
      var registration = one.registration;
      if (registration != null) register(new Registrar(line.id(), registration, clock));
      doors.put(line.channel() + "/" + line.id(), new WebhookHttp.Door(one.hook, pulse::wake));
    }
    http = new WebhookHttp(doors, ports.raw(), clock, meters);
    if (!lines.isEmpty())
      pulses.add(
          new Pulse(
              "webhooks-forget",
              FORGETTING,
              _ -> ports.raw().forget(clock.instant().minus(rhythm.retention))));
  }

  private void register(Registrar registrar) {
    registrars.add(registrar);
    pulses.add(new Pulse("register-" + registrar.line(), REGISTERING, _ -> registrar.tryOnce()));
  }

  /// Why the platforms of some lines do not know where to call us.
  public Map<String, String> unregistered() {
    var problems = new HashMap<String, String>();
    for (var registrar : registrars)
      registrar.problem().ifPresent(why -> problems.put(registrar.line().value(), why));
    return problems;
  }

  /// The lines that their platforms did not call for a time, within the last day.
  public Map<String, String> gaps() {
    var gaps = new HashMap<String, String>();
    for (var registrar : registrars)
      registrar.gap().ifPresent(what -> gaps.put(registrar.line().value(), what));
    return gaps;
  }

  private Fetching fetching(PlatformLine one, Rhythm rhythm) {
    var patience = new Fetching.Patience(rhythm.attempts, rhythm.firstPause);
    Fetching.Rest rest = pause -> !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    return new Fetching(one.hook.line().id(), one.shelf, ports.attaching(), patience, rest);
  }

  /// The controller of the webhooks.
  public Object http() {
    return http;
  }

  public List<ChannelAdapter> adapters() {
    return lines.stream()
        .<ChannelAdapter>map(line -> new PlatformAdapter(line.sender, ports, clock))
        .toList();
  }

  /// Calls of each line that nobody could read; lines without any are not named.
  public Map<String, Integer> quarantined() {
    var counts = new HashMap<String, Integer>();
    for (var line : lines) {
      int count = ports.raw().quarantined(line.hook.line().id());
      if (count > 0) counts.put(line.hook.line().id().value(), count);
    }
    return counts;
  }

  /// Takes nothing new; what waits, and what was on its way, is taken after the next start. No
  /// thread is interrupted: it might be reading the embedded database.
  @Override
  public void close() {
    closing.countDown();
    pulses.forEach(Pulse::close);
    lines.forEach(line -> line.shelf.close());
    files.shutdown();
    try {
      if (!files.awaitTermination(LAST_FILE.toMillis(), TimeUnit.MILLISECONDS))
        System.getLogger(Platforms.class.getName())
            .log(System.Logger.Level.WARNING, "files are still fetched at the end");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Inbox inbox, Pulse beating) throws InterruptedException {
    try {
      var next = inbox.work(beating::wake);
      while (next.isPresent() && !beating.closing()) {
        rest(next.get());
        next = inbox.work(beating::wake);
      }
    } catch (LogUnavailable outage) {
      System.getLogger(Platforms.class.getName())
          .log(System.Logger.Level.WARNING, "webhooks wait for the database");
    }
  }

  private void rest(Instant until) throws InterruptedException {
    long millis = Duration.between(clock.instant(), until).toMillis();
    if (millis > 0) TimeUnit.MILLISECONDS.sleep(Math.min(millis, 1000));
  }
}
