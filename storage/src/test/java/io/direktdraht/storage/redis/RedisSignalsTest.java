package io.direktdraht.storage.redis;

import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.conversation.signal.SignalsContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/// Here nobody answers: within a process Redis is not needed.
final class RedisSignalsTest implements SignalsContract {
  private final RedisSignals signals =
      new RedisSignals(new Redis(URI.create("redis://127.0.0.1:1")), new SimpleMeterRegistry());

  @AfterEach
  void close() {
    signals.close();
  }

  @Override
  public Signals signals() {
    return signals;
  }
}
