package io.direktdraht.storage.redis;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/// Where the one Redis of all nodes is: `redis://[user:password@]host:port[/number]`, `rediss` with
/// TLS.
public record Redis(URI url) {
  /// All nodes of one product tell and hear here; another product on the same Redis would hear it
  /// too and make nothing of it, since its log has none of these conversations.
  static final String CHANNEL = "direktdraht:signals";

  /// A line that says nothing for so long is dead.
  static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration ANSWER = Duration.ofSeconds(2);

  public Redis {
    if (!JedisURIHelper.isValid(url))
      throw new IllegalArgumentException("redis.url must be like redis://host:6379");
  }

  RedisClient client() {
    var config =
        DefaultJedisClientConfig.builder(url)
            .connectionTimeoutMillis((int) ANSWER.toMillis())
            .socketTimeoutMillis((int) ANSWER.toMillis())
            .blockingSocketTimeoutMillis((int) SILENCE.toMillis())
            .resp2() // by RESP3 Jedis 8.0 takes the answer to a ping for no message at all
            .build();
    return RedisClient.builder()
        .hostAndPort(JedisURIHelper.getHostAndPort(url))
        .clientConfig(config)
        .build();
  }

  /// Without user and password.
  @Override
  public String toString() {
    return url.getScheme() + "://" + url.getHost() + ":" + url.getPort();
  }
}
