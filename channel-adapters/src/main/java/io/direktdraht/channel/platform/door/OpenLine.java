package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Retaking;
import io.direktdraht.channel.platform.Templated;
import io.direktdraht.channel.platform.Untold;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.door.Platforms.Rhythm;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.template.Templates;
import io.direktdraht.conversation.way.Takeover;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One line at work: what its platform told is taken into the log, and its platform is told where
/// to call us.
final class OpenLine implements AutoCloseable {
  private static final Duration REGISTERING = Duration.ofMinutes(1);
  private static final Duration ASKING = Duration.ofMinutes(10);
  private final PlatformLine line;
  private final InstantSource clock;
  private final Pulse inbox;
  private final @Nullable Registrar registrar;
  private final @Nullable Pulse registering;
  private final @Nullable Pulse asking;
  private final @Nullable KnownTemplates templates;
  private final CountDownLatch closing = new CountDownLatch(1);

  /// What every line works with; `files` are the threads on which files are fetched, `reached` is
  /// told what contacts have of ours.
  record Around(
      PlatformPorts ports,
      Rhythm rhythm,
      Executor files,
      Reached reached,
      InstantSource clock,
      MeterRegistry meters) {}

  OpenLine(PlatformLine line, Around around) {
    this.line = line;
    this.clock = around.clock;
    var id = line.hook().line().id();
    var registration = line.registration();
    registrar =
        registration == null
            ? null
            : new Registrar(
                registration,
                new CatchUp(line.hook(), registration, around.ports.raw(), clock),
                id,
                clock);
    registering =
        registrar == null
            ? null
            : new Pulse("register-" + id, REGISTERING, _ -> registrar.tryOnce());
    asking =
        line.sender() instanceof Untold platform
            ? asking(new CatchUp(line.hook(), platform, around.ports.raw(), clock))
            : null;
    templates =
        line.sender() instanceof Templated sender
            ? new KnownTemplates(sender, around.rhythm.templates(), around.ports.links(), clock)
            : null;
    var work = work(around);
    inbox = new Pulse("inbox-" + id, around.rhythm.sweep(), beating -> work(work, beating));
  }

  private Pulse asking(CatchUp catchUp) {
    return new Pulse("untold-" + line.hook().line().id(), ASKING, _ -> catchUp.round());
  }

  private Inbox work(Around around) {
    var hook = line.hook();
    var ports = around.ports;
    var rhythm = around.rhythm;
    var capabilities = line.sender().capabilities();
    var admitting = new Admitting(hook.line(), capabilities, ports, clock, around.meters);
    var patience = new Fetching.Patience(rhythm.attempts(), rhythm.firstPause());
    Fetching.Rest rest = pause -> !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    var fetching = new Fetching(hook.line().id(), line.shelf(), ports.attaching(), patience, rest);
    var clockwork = new Inbox.Clockwork(clock, rhythm.patience(), around.reached);
    return new Inbox(hook, ports, admitting, new Lanes(fetching, around.files), clockwork);
  }

  PlatformLine line() {
    return line;
  }

  void wake() {
    inbox.wake();
  }

  Templates.Offer templates() throws InterruptedException {
    return templates == null ? new Templates.Offer.None() : templates.offer();
  }

  Takeover.Result take(String contact) throws InterruptedException {
    if (!(line.sender() instanceof Retaking sender))
      return new Takeover.Result.Refused("there is no other inbox");
    return switch (sender.retake(contact)) {
      case DeliveryResult.Accepted _ -> new Takeover.Result.Taken();
      case DeliveryResult.Retry(_, var why) -> new Takeover.Result.Unknown(why);
      case DeliveryResult.Slowed(_, var why) -> new Takeover.Result.Unknown(why);
      case DeliveryResult.Ambiguous(var why) -> new Takeover.Result.Unknown(why);
      case DeliveryResult no -> new Takeover.Result.Refused(no.failure().reason());
    };
  }

  /// Why the platform does not know where to call us.
  Optional<String> unregistered() {
    return registrar == null ? Optional.empty() : registrar.problem();
  }

  /// What operators should know of the last day: until when the platform did not call us.
  Optional<String> gap() {
    return registrar == null ? Optional.empty() : registrar.gap();
  }

  Optional<String> register() throws InterruptedException {
    return registrar == null ? Optional.empty() : registrar.again();
  }

  @Override
  public void close() {
    closing.countDown();
    if (registering != null) registering.close();
    if (asking != null) asking.close();
    inbox.close();
    line.shelf().close();
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
