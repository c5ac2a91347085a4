package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.channel.platform.Sender;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// All lines of platforms: their common door, and a worker each that is woken by the door and looks
/// by itself every `sweep`.
public final class Platforms implements AutoCloseable {
  private static final Duration FORGETTING = Duration.ofHours(1);
  private static final Duration REGISTERING = Duration.ofMinutes(1);
  private final List<PlatformLine> lines;
  private final PlatformPorts ports;
  private final WebhookHttp http;
  private final InstantSource clock;
  private final List<Pulse> pulses = new ArrayList<>();
  private final List<Registrar> registrars = new ArrayList<>();

  /// One line: how it tells us things, and how it carries ours. `registration` is null where the
  /// platform is told by hand.
  public record PlatformLine(Hook hook, Sender sender, @Nullable Registration registration) {
    public PlatformLine(Hook hook, Sender sender) {
      this(hook, sender, null);
    }
  }

  /// `patience`: how long a message waits for one that was written before it. `retention`: how long
  /// a repeated call is recognised and an unreadable one kept.
  public record Rhythm(Duration sweep, Duration patience, Duration retention) {
    public Rhythm {
      if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(5)) > 0)
        throw new IllegalArgumentException("platforms.patience must be 0 to 5 s, was " + patience);
      // WhatsApp repeats for seven days.
      if (retention.compareTo(Duration.ofDays(8)) < 0)
        throw new IllegalArgumentException(
            "platforms.retention must be at least 8 days, was " + retention);
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
      var inbox = new Inbox(one.hook, ports, admitting, clock, rhythm.patience);
      var pulse = new Pulse("inbox-" + line.id(), rhythm.sweep, beating -> work(inbox, beating));
      pulses.add(pulse);
      var registration = one.registration;
      if (registration != null) register(new Registrar(line.id(), registration));
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

  /// Takes nothing new; what waits is taken after the next start.
  @Override
  public void close() {
    pulses.forEach(Pulse::close);
  }

  private void work(Inbox inbox, Pulse beating) throws InterruptedException {
    try {
      for (var next = inbox.work(); next.isPresent() && !beating.closing(); next = inbox.work())
        rest(next.get());
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
