package io.direktdraht.server.start;

import io.direktdraht.channel.web.WebChannel;
import io.direktdraht.console.web.ConsoleWeb;
import org.springframework.context.SmartLifecycle;

/// On a stop, before the web server closes: every socket is told good-bye with a hint when to come
/// back.
public final class Farewell implements SmartLifecycle {
  private final WebChannel channel;
  private final ConsoleWeb console;
  private volatile boolean running;

  public Farewell(WebChannel channel, ConsoleWeb console) {
    this.channel = channel;
    this.console = console;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    channel.close();
    console.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Stops first: the web server's graceful shutdown is one phase below the last.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
