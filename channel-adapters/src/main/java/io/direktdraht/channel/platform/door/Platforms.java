package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.platform.media.Shelf;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.template.Templates;
import io.direktdraht.conversation.way.Takeover;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// All lines of platforms, as they come and go: their common door, and a worker each that is woken
/// by the door and looks by itself every `sweep`.
public final class Platforms implements Templates, Takeover, AutoCloseable {
  private static final Duration FORGETTING = Duration.ofHours(1);
  private static final Duration LAST_FILE = Duration.ofSeconds(10);
  private final Map<Line.Id, OpenLine> lines = new ConcurrentHashMap<>();
  private final Map<String, WebhookHttp.Door> doors = new ConcurrentHashMap<>();
  private final ExecutorService files = Executors.newVirtualThreadPerTaskExecutor();
  private final Reached reached = new Reached();
  private final PlatformPorts ports;
  private final Rhythm rhythm;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final WebhookHttp http;
  private final Pulse forgetting;

  /// One line: how it tells us things, how it carries ours, and where its files are. `registration`
  /// is null where the platform is told by hand.
  public record PlatformLine(
      Hook hook, Sender sender, Shelf shelf, @Nullable Registration registration) {
    public PlatformLine(Hook hook, Sender sender, Shelf shelf) {
      this(hook, sender, shelf, null);
    }
  }

  /// `patience`: how long a message waits for one that was written before it. `retention`: how long
  /// a repeated call is recognised and an unreadable one kept. `templates`: how long they are known
  /// before the platform is asked again. `attempts` and `firstPause`: how often a file is asked
  /// for, and how long until the second time.
  public record Rhythm(
      Duration sweep,
      Duration patience,
      Duration retention,
      Duration templates,
      int attempts,
      Duration firstPause) {
    public Rhythm {
      if (!templates.isPositive() || templates.compareTo(Duration.ofDays(1)) > 0)
        throw new IllegalArgumentException(
            "platforms.templates must be up to 1 day, was " + templates);
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

  /// `probe` answers who calls our doors to see whether they lead to us.
  public Platforms(
      PlatformPorts ports, Rhythm rhythm, Probe probe, InstantSource clock, MeterRegistry meters) {
    this.ports = ports;
    this.rhythm = rhythm;
    this.clock = clock;
    this.meters = meters;
    http = new WebhookHttp(doors, ports.raw(), probe, clock, meters);
    forgetting =
        new Pulse(
            "webhooks-forget",
            FORGETTING,
            _ -> ports.raw().forget(clock.instant().minus(rhythm.retention)));
  }

  /// Its door opens and its worker begins. What carries its messages out. Throws {@link
  /// IllegalStateException} when a line of this name is open.
  public ChannelAdapter open(PlatformLine line) {
    var id = line.hook.line().id();
    var opened =
        lines.compute(
            id,
            (_, before) -> {
              if (before != null) throw new IllegalStateException(id + " is open already");
              return new OpenLine(
                  line, new OpenLine.Around(ports, rhythm, files, reached, clock, meters));
            });
    doors.put(path(line), new WebhookHttp.Door(line.hook, opened::wake));
    return new PlatformAdapter(line.sender, ports, reached, clock);
  }

  /// Takes nothing new; what waits is taken when a line of this name opens again.
  public void close(Line.Id id) {
    var open = lines.remove(id);
    if (open == null) return;
    doors.remove(path(open.line()));
    open.close();
  }

  public Optional<PlatformLine> find(Line.Id id) {
    return Optional.ofNullable(lines.get(id)).map(OpenLine::line);
  }

  public List<Line> all() {
    return lines.values().stream().map(one -> one.line().hook.line()).toList();
  }

  @Override
  public Templates.Offer on(Line.Id id) throws InterruptedException {
    var open = lines.get(id);
    return open == null ? new Templates.Offer.None() : open.templates();
  }

  @Override
  public Takeover.Result take(Contact.Point point) throws InterruptedException {
    var open = lines.get(point.line());
    return open == null
        ? new Takeover.Result.Refused("the line is closed")
        : open.take(point.externalId());
  }

  /// Whether somebody wants nothing more from their line.
  boolean out(Contact.Point who) {
    return ports.optOuts().out(who);
  }

  /// There may be something to take on this line.
  public void wake(Line.Id id) {
    var open = lines.get(id);
    if (open != null) open.wake();
  }

  /// Tells the line's platform once more where to call us. Empty when it knows, or cannot be told
  /// from here; else why not.
  public Optional<String> register(Line.Id id) throws InterruptedException {
    var open = lines.get(id);
    return open == null ? Optional.empty() : open.register();
  }

  private static String path(PlatformLine line) {
    return line.hook.line().channel() + "/" + line.hook.line().id();
  }

  /// Why the line's platform does not know where to call us.
  Optional<String> unregistered(Line.Id id) {
    return Optional.ofNullable(lines.get(id)).flatMap(OpenLine::unregistered);
  }

  /// Why the platforms of some lines do not know where to call us.
  public Map<String, String> unregistered() {
    var problems = new HashMap<String, String>();
    lines.forEach(
        (id, open) -> open.unregistered().ifPresent(why -> problems.put(id.value(), why)));
    return problems;
  }

  /// The lines that their platforms did not call for a time, within the last day.
  public Map<String, String> gaps() {
    var gaps = new HashMap<String, String>();
    lines.forEach((id, open) -> open.gap().ifPresent(what -> gaps.put(id.value(), what)));
    return gaps;
  }

  /// The controller of the webhooks.
  public Object http() {
    return http;
  }

  /// Calls of each line that nobody could read; lines without any are not named.
  public Map<String, Integer> quarantined() {
    var counts = new HashMap<String, Integer>();
    for (var id : lines.keySet()) {
      int count = ports.raw().quarantined(id);
      if (count > 0) counts.put(id.value(), count);
    }
    return counts;
  }

  /// Takes nothing new; what waits, and what was on its way, is taken after the next start. No
  /// thread is interrupted: it might be reading the embedded database.
  @Override
  public void close() {
    forgetting.close();
    lines.values().forEach(OpenLine::close);
    files.shutdown();
    try {
      if (!files.awaitTermination(LAST_FILE.toMillis(), TimeUnit.MILLISECONDS))
        System.getLogger(Platforms.class.getName())
            .log(System.Logger.Level.WARNING, "files are still fetched at the end");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
