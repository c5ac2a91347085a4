package io.direktdraht.channel.directline;

import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.Reach;
import io.direktdraht.conversation.Line;
import java.util.Optional;

/// A Direct Line among all others.
record DirectLineConnector(DirectLineSettings settings, Reception reception) implements Connector {
  @Override
  public Line line() {
    return settings.asLine();
  }

  @Override
  public Optional<Carrier> open() {
    reception.open(settings);
    return Optional.empty();
  }

  @Override
  public void close() {
    reception.close(settings.line());
  }

  @Override
  public Reach reach() {
    return new Reach.Visited(null);
  }
}
