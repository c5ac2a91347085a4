package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.MailLine.Habits;
import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.Reach;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.RetryPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// All mailboxes, as they come and go.
public final class Mailboxes implements AutoCloseable {
  private final Map<Line.Id, Box> open = new ConcurrentHashMap<>();
  private final Around around;
  private final byte[] key;
  private final List<Line.Id> preferred;

  private record Box(MailLine line, MailChannel channel) {}

  /// What every mailbox is opened with. `patience`: with which mails are carried out.
  public record Around(Habits habits, RetryPolicy patience, MailPorts ports) {}

  /// `key` is a secret of 32 bytes that signs ids. `preferred`: which of them write what belongs to
  /// none, before all others.
  public Mailboxes(Around around, byte[] key, List<Line.Id> preferred) {
    this.around = around;
    this.key = key.clone();
    this.preferred = List.copyOf(preferred);
  }

  public Connector connector(MailLine line) {
    return new MailConnector(line, this, around);
  }

  /// The mailbox by which is written what belongs to none; the same on every node. Empty while none
  /// is open.
  public Optional<MailLine> first() {
    return open.values().stream()
        .map(Box::line)
        .min(Comparator.comparingInt(this::place).thenComparing(line -> line.id().value()));
  }

  private int place(MailLine line) {
    int place = preferred.indexOf(line.id());
    return place < 0 ? preferred.size() : place;
  }

  /// Why some are not looked into.
  public Map<String, String> unopened() {
    var problems = new TreeMap<String, String>();
    open.forEach((id, box) ->
        box.channel.problem().ifPresent(why -> problems.put(id.value(), why.detail())));
    return problems;
  }

  ChannelAdapter open(MailLine line) {
    var opened =
        open.compute(
            line.id(),
            (id, before) -> {
              if (before != null) throw new IllegalStateException(id + " is open already");
              return new Box(line, new MailChannel(line, around.habits, around.ports, key));
            });
    return opened.channel.adapter();
  }

  /// A server that does not answer holds nobody up. What it takes in its last moment is received
  /// once, whoever takes it again.
  void close(Line.Id id) {
    var closing = open.remove(id);
    if (closing != null)
      Thread.ofVirtual().name("close-" + id).start(() -> closing.channel.close());
  }

  Reach.Sight sight(Line.Id id) {
    var box = open.get(id);
    return box == null
        ? new Reach.Sight(null, null, 0, null, List.of())
        : box.channel.sight(around.ports.threads().received(id).orElse(null));
  }

  @Override
  public void close() {
    open.values().forEach(box -> box.channel.close());
  }
}
