package io.direktdraht.server.crash;

import io.direktdraht.bot.turn.BotEngine;
import io.direktdraht.bot.turn.Brains;
import io.direktdraht.bot.turn.Surroundings;
import io.direktdraht.bot.turn.TurnMeters;
import io.direktdraht.bot.turn.TurnPump;
import io.direktdraht.bot.words.Company;
import io.direktdraht.channel.rasa.CallbackAdapter;
import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.desk.DeskPump;
import io.direktdraht.console.desk.Desks;
import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.MemoryPeople;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.OutboxPump;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.way.Traffic;
import io.direktdraht.conversation.way.Wayfinding;
import io.direktdraht.intents.Formality;
import io.direktdraht.server.shop.DemoOrders;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcDeliveries;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rooms as the product wires them, without its web server, with crash points between them.
final class SlimRooms {
  static final Line.Id WEB = new Line.Id("web");

  /// Its platform forgets nothing and absorbs repetitions.
  static final Line.Id SAFE = new Line.Id("safe");

  static final Lines LINES =
      Lines.of(
          new Line(WEB, "web", false),
          new Line(RasaSettings.CALLBACK, "rasa", true),
          new Line(SAFE, "rasa", true),
          SlimPlatforms.WHATSAPP,
          SlimPlatforms.CRM);

  /// Longer than a call takes in a process that has just begun.
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration SWEEP = Duration.ofMillis(200);
  private volatile Duration ahead;
  private final InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
  private final LocalSignals signals = new LocalSignals();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MemoryPeople people = new MemoryPeople();
  private final CrashPoints points;
  final Presence presence = new Presence(signals, clock);
  final JdbcLog log;
  final Workplace workplace;
  final SlimPlatforms platforms;

  /// `ahead`: how much later it is than elsewhere.
  SlimRooms(Database.Address address, URI platform, Duration ahead, CrashPoints points) {
    this.points = points;
    this.ahead = ahead;
    var database = new Database(address);
    log =
        new JdbcLog(
            database, new JdbcLog.Surroundings(LINES, IntakeRules.DEFAULT, signals, clock, meters));
    for (var name : Set.of("ana", "ben", "cleo"))
      people.save(new Account(new AgentId(name), name, "-", Account.Role.AGENT));
    var desk = desk();
    var ways = new Wayfinding(log, log, LINES, _ -> Traffic.Flow.FREE, clock);
    workplace = new Workplace(new Workplace.Ports(log, log, people, desk, ways), clock);
    new DeskPump(desk, log, signals, SWEEP);
    new TurnPump(engine(desk), log, signals, SWEEP);
    platforms = new SlimPlatforms(database, log, signals, clock, platform);
    var deliveries = new JdbcDeliveries(database);
    for (var line : List.of(RasaSettings.CALLBACK, SAFE)) {
      var rasa =
          new CallbackAdapter(platform.resolve(line.value()), rasa(platform), _ -> "", clock);
      carry(new Adapter(line, rasa), deliveries);
    }
    for (var one : platforms.adapters()) carry(new Adapter(one.line(), one), deliveries);
  }

  private void carry(ChannelAdapter adapter, JdbcDeliveries deliveries) {
    var policy = new RetryPolicy(10, Duration.ofMillis(50), Duration.ofSeconds(1), LEASE);
    var clockwork = new Outbox.Clockwork(clock, policy);
    new OutboxPump(new Outbox(adapter, deliveries, log, log, clockwork), signals, SWEEP, 4);
  }

  /// From now on it is so much later.
  void later(Duration time) {
    ahead = ahead.plus(time);
  }

  Account agent(String name) {
    return people.find(new AgentId(name)).orElseThrow();
  }

  /// Agents sit at their consoles and take nothing new, so that contacts are promised an answer.
  private Desk desk() {
    for (var name : Set.of("ana", "ben", "cleo")) {
      presence.connected(new AgentId(name));
      presence.say(new AgentId(name), false);
    }
    var ports = new Desk.Ports(log, log, log, signals, LINES);
    return new Desk(ports, presence, Desks.DAILY_RULES, clock, meters);
  }

  private BotEngine engine(Desk desk) {
    var shop = new DemoOrders(clock);
    Orders orders =
        number -> {
          points.hit("in-lookup");
          return shop.find(number);
        };
    return new BotEngine(
        new BotEngine.Ports(
            log,
            log,
            log,
            orders,
            signals,
            new Surroundings(LINES, desk, _ -> Customers.Standing.UNKNOWN)),
        new Brains(SlimBrain.brain()),
        new Company("Lindenhof", "0800", "a@example.org", "8-18", Formality.SIE),
        new TurnMeters(meters, clock),
        clock);
  }

  private static RasaSettings rasa(URI platform) {
    var token = "0123456789abcdef";
    return new RasaSettings(token, Duration.ofSeconds(1), platform, token, Duration.ofSeconds(10));
  }

  /// A platform's adapter between two crash points.
  private final class Adapter implements ChannelAdapter {
    private final Line.Id line;
    private final ChannelAdapter adapter;

    Adapter(Line.Id line, ChannelAdapter adapter) {
      this.line = line;
      this.adapter = adapter;
    }

    @Override
    public Line.Id line() {
      return line;
    }

    @Override
    public boolean repeatable() {
      return line.equals(SAFE) || adapter.repeatable();
    }

    @Override
    public @Nullable Duration window() {
      return null;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
      points.hit("before-deliver");
      var result = adapter.deliver(message);
      points.hit("after-deliver");
      return result;
    }
  }
}
