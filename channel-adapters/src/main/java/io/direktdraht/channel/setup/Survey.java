package io.direktdraht.channel.setup;

import io.direktdraht.channel.setup.LineView.Details;
import io.direktdraht.channel.setup.LineView.KindView;
import io.direktdraht.channel.setup.LineView.Looked;
import io.direktdraht.channel.setup.LineView.Overview;
import io.direktdraht.channel.setup.Reach.Event;
import io.direktdraht.channel.setup.Reach.Trouble;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
      Lines lines, Switchboard board, Outboxes outboxes, RawEvents raw, Deliveries deliveries) {}

  /// `address`: where the world reaches us, without a path.
  public Survey(Roster roster, Ports ports, URI address) {
    this.roster = roster;
    this.ports = ports;
    this.address = address;
  }

  Overview overview() {
    var kinds =
        roster.kinds().stream().map(kind -> new KindView(kind.channel(), kind.fields())).toList();
    var lines = new ArrayList<LineView>();
    channels().forEach((line, channel) -> lines.add(view(new Line.Id(line), channel)));
    return new Overview(address.toString(), callable(), kinds, lines);
  }

  Optional<Details> details(Line.Id id) {
    return Optional.ofNullable(channels().get(id.value())).map(channel -> details(id, channel));
  }

  /// The channels of all lines by name, open or not.
  private Map<String, String> channels() {
    var channels = new TreeMap<String, String>();
    roster.all().forEach((line, channel) -> channels.put(line.value(), channel));
    for (var line : ports.lines.all()) channels.put(line.id().value(), line.channel());
    return channels;
  }

  private Details details(Line.Id id, String channel) {
    var known =
        ports
            .board
            .reach(id)
            .map(reach -> known(id, reach))
            .orElseGet(() -> new Known(false, null, events(id)));
    return new Details(
        view(id, channel),
        roster.told(id),
        known.registers,
        ports.deliveries.owed(id),
        known.looked,
        known.events,
        ports.raw.latest(id, State.QUARANTINED, SHOWN).stream().map(Survey::event).toList());
  }

  /// What there is to know of a line, by how it is reached.
  private record Known(boolean registers, @Nullable Looked looked, List<Event> events) {}

  private Known known(Line.Id id, Reach reach) {
    return switch (reach) {
      case Reach.Called called -> new Known(called.registers(), null, events(id));
      case Reach.Fetched(var sight, _) ->
          new Known(false, new Looked(sight.looked(), sight.taken()), sight.events());
      case Reach.Visited _ -> new Known(false, null, List.of());
    };
  }

  private LineView view(Line.Id id, String channel) {
    var reach = ports.board.reach(id);
    var heard = reach.map(one -> heard(id, one)).orElse(null);
    var troubles = new ArrayList<Trouble>();
    var shut = roster.problems().get(id);
    if (shut != null) troubles.add(new Trouble("shut", shut));
    ports
        .outboxes
        .find(id)
        .flatMap(Outbox::paused)
        .ifPresent(why -> troubles.add(new Trouble("paused", why)));
    reach.ifPresent(one -> troubles.addAll(troubles(id, one, heard)));
    return new LineView(
        id.value(),
        channel,
        roster.keeps(id),
        reach.map(Survey::word).orElse(null),
        troubles,
        reach.flatMap(this::webhook).map(URI::toString).orElse(null),
        heard);
  }

  private static String word(Reach reach) {
    return switch (reach) {
      case Reach.Called _ -> "called";
      case Reach.Fetched _ -> "fetched";
      case Reach.Visited _ -> "visited";
    };
  }

  /// Where a line's platform calls us; empty for a line that nobody calls.
  private Optional<URI> webhook(Reach reach) {
    return reach instanceof Reach.Called called ? Optional.of(webhook(called)) : Optional.empty();
  }

  URI webhook(Reach.Called called) {
    return URI.create(address + called.path());
  }

  private List<Trouble> troubles(Line.Id id, Reach reach, @Nullable Instant heard) {
    return switch (reach) {
      case Reach.Called called -> troubles(id, called, heard);
      case Reach.Fetched(var sight, _) -> Stream.ofNullable(sight.trouble()).toList();
      case Reach.Visited(var off) ->
          Stream.ofNullable(off).map(setting -> new Trouble("off", setting)).toList();
    };
  }

  private List<Trouble> troubles(Line.Id id, Reach.Called called, @Nullable Instant heard) {
    var troubles = new ArrayList<Trouble>();
    var unregistered = called.unregistered();
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

  private @Nullable Instant heard(Line.Id id, Reach reach) {
    return switch (reach) {
      case Reach.Called _ ->
          Stream.of(State.values())
              .flatMap(state -> ports.raw.latest(id, state, 1).stream())
              .map(Trace::at)
              .max(Comparator.naturalOrder())
              .orElse(null);
      case Reach.Fetched(var sight, _) -> sight.heard();
      case Reach.Visited _ -> null;
    };
  }

  private List<Event> events(Line.Id id) {
    return Stream.of(State.values())
        .flatMap(state -> ports.raw.latest(id, state, SHOWN).stream())
        .sorted(Comparator.comparing(Trace::at).reversed())
        .limit(SHOWN)
        .map(Survey::event)
        .toList();
  }

  private static Event event(Trace trace) {
    var state = trace.state().name().toLowerCase(Locale.ROOT);
    return new Event(trace.key(), state, trace.problem(), trace.at());
  }
}
