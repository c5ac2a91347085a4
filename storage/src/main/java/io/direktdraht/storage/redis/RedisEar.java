package io.direktdraht.storage.redis;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.signal.Signal;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/// Hears what other nodes tell and publishes it here as {@link Signal.FromAfar}. While nothing can
/// be heard it looks by itself for what is new in the log, and once more when it hears again: a
/// lost hint costs seconds, never a message.
public final class RedisEar implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RedisEar.class.getName());
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final Duration LAST = Duration.ofSeconds(5);
  private static final Duration AWAKE = Redis.SILENCE.dividedBy(3);

  /// Nodes' clocks differ, and stages keep the minute alone.
  private static final Duration LOOK_BACK = Duration.ofMinutes(2);

  private static final int MOST = 1000; // conversations of a stage, at a look
  private static final int EVENTS = 100; // of a conversation

  private final RedisSignals signals;
  private final Log log;
  private final InstantSource clock;
  private final Listening listening = new Listening();
  private final Thread listener;
  private final Pulse pulse;
  private final Map<ConversationId, Long> seen = new HashMap<>();
  private volatile boolean closing;
  private volatile boolean hears;
  private volatile boolean missed = true;

  /// Where the words are.
  public record Log(ConversationLog events, Conversations summaries) {}

  /// `sweep`: between two looks while nothing is heard.
  public RedisEar(
      RedisSignals signals, Log log, Duration sweep, InstantSource clock, MeterRegistry meters) {
    this.signals = signals;
    this.log = log;
    this.clock = clock;
    meters.gauge("direktdraht.signals.heard", this, ear -> ear.hears ? 1 : 0);
    // a line must be pinged before it counts as dead, however seldom one sweeps
    var rest = sweep.compareTo(AWAKE) < 0 ? sweep : AWAKE;
    pulse = new Pulse("signals-look", rest, this::beat);
    listener = Thread.ofVirtual().name("signals-hear").unstarted(this::listen);
    listener.start();
  }

  @Override
  public void close() {
    closing = true;
    pulse.close();
    listening.end();
    listener.interrupt();
    try {
      if (!listener.join(LAST)) LOG.log(Level.WARNING, "still listens at the end");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listening extends JedisPubSub {
    @Override
    public void onSubscribe(String channel, int count) {
      hears = true;
      pulse.wake();
    }

    @Override
    public void onMessage(String channel, String message) {
      try {
        hear(message);
      } catch (RuntimeException failed) {
        LOG.log(Level.WARNING, "a hint was lost; the next look finds what it told", failed);
        missed = true;
      }
    }

    /// Keeps the line awake; one that is dead does not answer and ends within {@link
    /// Redis#SILENCE}.
    void awake() {
      try {
        if (isSubscribed()) ping();
      } catch (JedisException dead) {
        LOG.log(Level.DEBUG, "no line to ping", dead);
      }
    }

    void end() {
      try {
        if (isSubscribed()) unsubscribe();
      } catch (JedisException dead) {
        LOG.log(Level.DEBUG, "no line to end", dead);
      }
    }
  }

  private void listen() {
    boolean told = false;
    while (!closing) {
      try (RedisClient client = signals.redis().client()) {
        client.subscribe(listening, Redis.CHANNEL);
        told = false;
      } catch (JedisException outage) {
        if (!told) LOG.log(Level.WARNING, "nothing is heard of " + signals.redis(), outage);
        told = true;
      }
      hears = false;
      missed = true;
      try {
        if (!closing) Thread.sleep(BREATH);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void hear(String message) {
    var envelope = PostJson.read(message).orElse(null);
    if (envelope == null || envelope.node().equals(signals.node())) return;
    var committed = new LinkedHashMap<ConversationId, Long>();
    for (var post : envelope.posts())
      switch (post) {
        case Post.Committed(var conversation, long after) ->
            committed.merge(conversation, after, Math::min);
        case Post.Plain(var signal) -> signals.publish(new Signal.FromAfar(signal));
      }
    committed.forEach((id, after) ->
        log.summaries().find(id).ifPresent(conversation -> tell(conversation, after)));
  }

  private void tell(Conversation conversation, long after) {
    var recorded = log.events().read(conversation.id(), after, EVENTS);
    signals.publish(new Signal.FromAfar(new Signal.Committed(conversation, recorded, Set.of())));
  }

  private void beat(Pulse beating) {
    listening.awake();
    if (!missed) return;
    boolean heard = hears; // what comes from now on is heard, what came before is looked for
    missed = false;
    try {
      look(clock.instant().minus(LOOK_BACK));
    } catch (LogUnavailable outage) {
      missed = true;
      throw outage;
    }
    if (heard) seen.clear();
    else missed = true;
  }

  private void look(Instant since) {
    for (var stage : Stage.Kind.values())
      for (var conversation : log.summaries().inStage(stage, MOST))
        if (conversation.touchedAt().isAfter(since)) {
          long last = conversation.lastSeq();
          var before = seen.put(conversation.id(), last);
          if (before == null || before < last)
            tell(conversation, before == null ? Math.max(0, last - EVENTS) : before);
        }
  }
}
