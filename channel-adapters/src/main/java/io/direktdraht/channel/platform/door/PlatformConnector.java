package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.Reach;
import io.direktdraht.channel.setup.Tried;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.RetryPolicy;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A line of a platform among all others: opened, tried and looked at.
public final class PlatformConnector implements Connector, Reach.Trials {
  private final PlatformLine line;
  private final Around around;

  /// What every line is opened with. `patience`: with which messages are carried out.
  public record Around(
      Platforms platforms, RetryPolicy patience, Probe probe, InstantSource clock) {}

  public PlatformConnector(PlatformLine line, Around around) {
    this.line = line;
    this.around = around;
  }

  @Override
  public Line line() {
    return line.hook().line();
  }

  @Override
  public Optional<Carrier> open() {
    return Optional.of(new Carrier(around.platforms.open(line), around.patience));
  }

  @Override
  public void close() {
    around.platforms.close(line().id());
  }

  @Override
  public Reach reach() {
    return new Reach.Called(
        "/webhooks/" + line().channel() + "/" + line().id(),
        line.registration() != null,
        around.platforms.unregistered(line().id()).orElse(null),
        this::handshake,
        this);
  }

  @Override
  public List<Tried> check() throws InterruptedException {
    return List.of(line.sender().check().map(Tried::of).orElseGet(() -> new Tried("untold", "")));
  }

  @Override
  public Tried say(String to, String text) throws InterruptedException {
    var point = new Contact.Point(line().id(), to);
    if (around.platforms.out(point)) return Tried.of(PlatformAdapter.out(point));
    var part = new Part(text, null, List.of());
    var nowhere = new Reference(ConversationId.next(around.clock.instant()), 1, 0);
    return Tried.of(line.sender().send(new Bubble(to, new Author.System(), part, nowhere)));
  }

  /// Whether the webhook's address leads to us, and then whether the platform knows it, where it
  /// can be told.
  private Tried handshake(URI webhook) throws InterruptedException {
    var missed = around.probe.missed(webhook);
    if (missed.isPresent()) return new Tried("elsewhere", missed.get());
    return around
        .platforms
        .register(line().id())
        .map(why -> new Tried("unregistered", why))
        .orElseGet(() -> new Tried("ok", ""));
  }
}
