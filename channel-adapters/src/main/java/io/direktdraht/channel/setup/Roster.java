package io.direktdraht.channel.setup;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.line.KeptLines.Kept;
import io.direktdraht.conversation.live.Pulse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The lines that operators set up: opens each as soon as it is kept, on whichever node, and closes
/// what is kept no longer. One that cannot be opened harms no other.
public final class Roster implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Roster.class.getName());
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
  private final List<Kind<?>> kinds;
  private final Ports ports;
  private final Reader reader;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();

  /// What is open, as it was kept.
  private final Map<Line.Id, Kept> open = new HashMap<>();

  private final Map<Line.Id, String> problems = new ConcurrentHashMap<>();
  private final Pulse pulse;

  /// What it reads and writes.
  public record Ports(KeptLines kept, Vault vault, Lines lines, Switchboard board) {}

  /// Makes a settings record of named values. Throws {@link IllegalArgumentException} that says
  /// which value makes no sense.
  public interface Reader {
    <S> S read(Class<S> type, Map<String, String> values);
  }

  /// `sweep`: how often it looks for what other nodes changed.
  public Roster(
      List<Kind<?>> kinds, Ports ports, Reader reader, Duration sweep, InstantSource clock) {
    this.kinds = List.copyOf(kinds);
    this.ports = ports;
    this.reader = reader;
    this.clock = clock;
    refresh();
    pulse = new Pulse("lines", sweep, _ -> refresh());
  }

  public List<Kind<?>> kinds() {
    return kinds;
  }

  /// Whether operators set it up here; else its settings are in the settings file.
  public boolean keeps(Line.Id line) {
    return kept(line).isPresent();
  }

  /// Why some lines are not open.
  public Map<Line.Id, String> problems() {
    return Map.copyOf(problems);
  }

  /// The channels of those that are kept, open or not.
  public Map<Line.Id, String> all() {
    var channels = new LinkedHashMap<Line.Id, String>();
    for (var kept : ports.kept.all()) channels.put(kept.line(), kept.channel());
    return channels;
  }

  /// What was told of a line that operators set up, without its secrets.
  public Map<String, String> told(Line.Id line) {
    var kept = kept(line);
    if (kept.isEmpty()) return Map.of();
    var values = new LinkedHashMap<>(known(kept.get()));
    for (var field : kind(kept.get().channel()).fields())
      if (field.secret()) values.remove(field.name());
    return values;
  }

  /// Sets a line up, or anew: a secret that is not told stays as it was, unless the address changes
  /// at which it is shown. Throws {@link IllegalArgumentException} when something makes no sense;
  /// then nothing changes.
  public synchronized void keep(Line.Id id, String channel, Map<String, String> told, String by) {
    var kind = kind(channel);
    var before = kept(id);
    if (before.isEmpty() && !ports.lines.channel(id).equals("unknown"))
      throw new IllegalArgumentException("a line is called " + id + " already");
    if (before.filter(one -> !one.channel().equals(channel)).isPresent())
      throw new IllegalArgumentException(id + " is a line of another channel: remove it first");
    var values = merged(kind, before.map(this::known).orElse(Map.of()), told);
    make(kind, id, values); // throws before anything changes
    var sealed = ports.vault.seal(json.writeValueAsString(values), purpose(id, channel));
    ports.kept.keep(new Kept(id, channel, sealed, by, clock.instant()));
    LOG.log(Level.INFO, "line {0} ({1}) was set up by {2}", id, channel, by);
    refresh();
  }

  /// False when no operator set it up.
  public synchronized boolean forget(Line.Id line, String by) {
    if (!ports.kept.forget(line)) return false;
    LOG.log(Level.INFO, "line {0} was removed by {1}", line, by);
    refresh();
    return true;
  }

  /// Makes what is open what is kept.
  synchronized void refresh() {
    var kept = new LinkedHashMap<Line.Id, Kept>();
    for (var one : ports.kept.all()) kept.put(one.line(), one);
    for (var line : List.copyOf(open.values()))
      if (!line.equals(kept.get(line.line()))) close(line.line());
    problems.keySet().retainAll(kept.keySet());
    for (var line : kept.values()) if (!open.containsKey(line.line())) open(line);
  }

  private void open(Kept kept) {
    var id = kept.line();
    try {
      ports.board.open(make(kind(kept.channel()), id, values(kept)));
      open.put(id, kept);
      problems.remove(id);
    } catch (RuntimeException problem) { // whatever it is, the other lines go on
      var why = String.valueOf(problem.getMessage());
      if (!why.equals(problems.put(id, why)))
        LOG.log(Level.WARNING, "line {0} cannot be opened: {1}", id, why);
    }
  }

  private void close(Line.Id line) {
    ports.board.close(line);
    open.remove(line);
  }

  private Optional<Kept> kept(Line.Id line) {
    return ports.kept.all().stream().filter(one -> one.line().equals(line)).findFirst();
  }

  private Map<String, String> values(Kept kept) {
    var opened = ports.vault.open(kept.sealed(), purpose(kept.line(), kept.channel()));
    return json.readValue(opened, VALUES);
  }

  /// What can be read of it: nothing under another master key, and then all has to be told anew.
  private Map<String, String> known(Kept kept) {
    try {
      return values(kept);
    } catch (Vault.Locked lost) {
      return Map.of();
    }
  }

  private static Map<String, String> merged(
      Kind<?> kind, Map<String, String> before, Map<String, String> told) {
    var values = new LinkedHashMap<String, String>();
    var untold = new ArrayList<String>();
    for (var field : kind.fields()) {
      var value = told.getOrDefault(field.name(), "").strip();
      if (value.isEmpty() && field.secret()) {
        value = before.getOrDefault(field.name(), "");
        if (!value.isEmpty()) untold.add(field.name());
      }
      if (!value.isEmpty()) values.put(field.name(), value);
    }
    if (!untold.isEmpty()) stays(kind, before, values, untold);
    return values;
  }

  /// Else whoever sets lines up could have the secrets of others shown at an address of their own.
  /// Where none is named any more it is the platform's.
  private static void stays(
      Kind<?> kind, Map<String, String> before, Map<String, String> values, List<String> untold) {
    for (var field : kind.fields()) {
      var address = values.get(field.name());
      if (field.destination() && address != null && !address.equals(before.get(field.name())))
        throw new IllegalArgumentException(
            "%s is another address now, and earlier secrets are not shown there: tell %s again"
                .formatted(field.name(), String.join(", ", untold)));
    }
  }

  private <S> Connector make(Kind<S> kind, Line.Id line, Map<String, String> values) {
    var named = new LinkedHashMap<>(values);
    named.put(kind.naming(), line.value());
    return kind.line().apply(reader.read(kind.settings(), named));
  }

  private Kind<?> kind(String channel) {
    return kinds.stream()
        .filter(kind -> kind.channel().equals(channel))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + channel + "' is no channel to set up"));
  }

  private static String purpose(Line.Id line, String channel) {
    return "line " + line + " of " + channel;
  }

  /// The lines themselves are closed by those who carry them.
  @Override
  public void close() {
    pulse.close();
  }
}
