package io.direktdraht.server;

import io.direktdraht.console.desk.Presence;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.redis.RedisEar;
import io.direktdraht.storage.redis.RedisSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What several nodes need besides one database: to hear each other.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${direktdraht.redis.url}'.isBlank()")
class NodesWiring {
  private static final Duration PRESENCE = Duration.ofSeconds(10);

  @Bean(destroyMethod = "close")
  RedisEar redisEar(
      Signals signals,
      JdbcLog log,
      DirektdrahtSettings settings,
      InstantSource clock,
      MeterRegistry meters) {
    return new RedisEar(
        (RedisSignals) signals, new RedisEar.Log(log, log), settings.sweep(), clock, meters);
  }

  @Bean(destroyMethod = "close")
  Pulse presenceBeat(Presence presence) {
    return new Pulse("presence", PRESENCE, _ -> presence.beat());
  }
}
