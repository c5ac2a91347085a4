package io.direktdraht.channel.setup;

import io.direktdraht.conversation.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line that is always there. `off`: the setting that turns it on; null: it is on. `carrier` is
/// null where clients fetch what is said.
public record Fixed(Line line, @Nullable String off, @Nullable Carrier carrier)
    implements Connector {
  @Override
  public Optional<Carrier> open() {
    return Optional.ofNullable(carrier);
  }

  @Override
  public void close() {}

  @Override
  public Reach reach() {
    return new Reach.Visited(off);
  }
}
