package io.direktdraht.storage.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import redis.embedded.RedisServer;

/// A real Redis of its own, which goes and comes back at the same address.
public final class RunningRedis implements AutoCloseable {
  private final int port;
  private RedisServer server;

  public RunningRedis() {
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server = begin();
  }

  public URI url() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /// Nothing of it is left.
  public void goes() {
    try {
      server.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public void comesBack() {
    server = begin();
  }

  @Override
  public void close() {
    goes();
  }

  private RedisServer begin() {
    try {
      var begun =
          RedisServer.newRedisServer()
              .port(port)
              .setting("bind 127.0.0.1")
              .setting("save \"\"")
              .build();
      begun.start();
      return begun;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
