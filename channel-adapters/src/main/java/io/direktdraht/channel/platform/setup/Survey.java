package io.direktdraht.channel.platform.setup;

import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.setup.LineView.Details;
import io.direktdraht.channel.platform.setup.LineView.EventView;
import io.direktdraht.channel.platform.setup.LineView.KindView;
import io.direktdraht.channel.platform.setup.LineView.Overview;
import io.direktdraht.channel.platform.setup.LineView.Trouble;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.inbox.RawEvents.State;
import io.direktdraht.conversation.inbox.RawEvents.Trace;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.Outboxes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How every line does, in what operators can act upon.
public final class Survey {
  private static final int SHOWN = 30;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private final Roster roster;
  private final Ports ports;
  private final URI address;

  /// What is looked at.
  public record Ports(
      Lines lines, Platforms platforms, Outboxes outboxes, RawEvents raw, Deliveries deliveries) {}

  /// `address`: where the world reaches us, without a path.
  public Survey(Roster roster, Ports ports, URI address) {
    this.roster = roster;
    this.ports = ports;
    this.address = address;
  }

  Overview overview() {
    var kinds =
        roster.kinds().stream().map(kind -> new KindView(kind.channel(), kind.fields())).toList();
    var lines =
        Stream.concat(ports.lines.all().stream(), roster.all().stream())
            .distinct()
            .sorted(Comparator.comparing((Line line) -> line.id().value()))
            .map(this::view)
            .toList();
    return new Overview(address.toString(), callable(), kinds, lines);
  }

  Optional<Details> details(Line.Id id) {
    return Stream.concat(ports.lines.all().stream(), roster.all().stream())
        .filter(line -> line.id().equals(id))
        .findFirst()
        .map(this::details);
  }

  private Details details(Line line) {
    var id = line.id();
    return new Details(
        view(line),
        roster.told(id),
        ports.platforms.find(id).filter(one -> one.registration() != null).isPresent(),
        ports.deliveries.owed(id),
        events(id),
        ports.raw.latest(id, State.QUARANTINED, SHOWN).stream().map(Survey::event).toList());
  }

  private LineView view(Line line) {
    var heard = heard(line.id());
    return new LineView(
        line.id().value(),
        line.channel(),
        roster.keeps(line.id()),
        troubles(line.id(), heard),
        webhook(line.id()).map(URI::toString).orElse(null),
        heard);
  }

  /// Where the line's platform calls us; empty for a line that nobody calls.
  Optional<URI> webhook(Line.Id id) {
    return ports
        .platforms
        .find(id)
        .map(open -> address + "/webhooks/" + open.hook().line().channel() + "/" + id)
        .map(URI::create);
  }

  private List<Trouble> troubles(Line.Id id, @Nullable Instant heard) {
    var troubles = new ArrayList<Trouble>();
    var shut = roster.problems().get(id);
    if (shut != null) troubles.add(new Trouble("shut", shut));
    ports
        .outboxes
        .find(id)
        .flatMap(Outbox::paused)
        .ifPresent(why -> troubles.add(new Trouble("paused", why)));
    if (ports.platforms.find(id).isEmpty()) return troubles;
    var unregistered = ports.platforms.unregistered().get(id.value());
    if (unregistered != null) troubles.add(new Trouble("unregistered", unregistered));
    int unread = ports.raw.quarantined(id);
    if (unread > 0) troubles.add(new Trouble("quarantined", "" + unread));
    if (heard == null)
      troubles.add(new Trouble(callable() ? "unheard" : "address", address.toString()));
    return troubles;
  }

  /// Platforms call by https, and not this machine by a name that only it knows.
  private boolean callable() {
    return "https".equals(address.getScheme()) && !HERE.contains(address.getHost());
  }

  private @Nullable Instant heard(Line.Id id) {
    return Stream.of(State.values())
        .flatMap(state -> ports.raw.latest(id, state, 1).stream())
        .map(Trace::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<EventView> events(Line.Id id) {
    return Stream.of(State.values())
        .flatMap(state -> ports.raw.latest(id, state, SHOWN).stream())
        .sorted(Comparator.comparing(Trace::at).reversed())
        .limit(SHOWN)
        .map(Survey::event)
        .toList();
  }

  private static EventView event(Trace trace) {
    var state = trace.state().name().toLowerCase(Locale.ROOT);
    return new EventView(trace.key(), state, trace.problem(), trace.at());
  }
}
