package io.direktdraht.storage.redis;

import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/// Signals of several nodes: each is heard here at once, and told to the others soon after. While
/// Redis is away, what would be told is dropped, and the others find it by themselves.
public final class RedisSignals implements Signals, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RedisSignals.class.getName());
  private static final int MOST = 256; // in one envelope
  private static final int WAITING = 10_000;
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration LAST = Duration.ofSeconds(5);

  private final LocalSignals here = new LocalSignals();
  private final LinkedBlockingQueue<Post> waiting = new LinkedBlockingQueue<>(WAITING);
  private final String node = UUID.randomUUID().toString();
  private final Redis redis;
  private final RedisClient client;
  private final Counter lost;
  private final Thread teller;
  private volatile boolean closing;
  private boolean away;

  public RedisSignals(Redis redis, MeterRegistry meters) {
    this.redis = redis;
    this.client = redis.client();
    this.lost = meters.counter("direktdraht.signals.lost");
    this.teller = Thread.ofVirtual().name("signals-tell").unstarted(this::tell);
    teller.start();
  }

  Redis redis() {
    return redis;
  }

  /// By which this node knows its own envelopes.
  String node() {
    return node;
  }

  @Override
  public void publish(Signal signal) {
    here.publish(signal);
    if (!(signal instanceof Signal.FromAfar) && !waiting.offer(Post.of(signal))) lost.increment();
  }

  @Override
  public Subscription subscribe(Consumer<Signal> listener) {
    return here.subscribe(listener);
  }

  @Override
  public void close() {
    closing = true;
    teller.interrupt();
    try {
      teller.join(LAST);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }

  private void tell() {
    try {
      while (!closing) {
        var posts = new ArrayList<Post>(List.of(waiting.take()));
        waiting.drainTo(posts, MOST - 1);
        tell(posts);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // at the end, and nobody waits for a hint
    }
  }

  private void tell(List<Post> posts) throws InterruptedException {
    try {
      client.publish(Redis.CHANNEL, PostJson.write(new PostJson.Envelope(node, posts)));
      if (away) LOG.log(Level.INFO, "{0} is back", redis);
      away = false;
    } catch (JedisException outage) {
      lost.increment(posts.size());
      if (!away)
        LOG.log(Level.WARNING, redis + " is away: nodes find what is new by looking", outage);
      away = true;
      Thread.sleep(BREATH);
    }
  }
}
