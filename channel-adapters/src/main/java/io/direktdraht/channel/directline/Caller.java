package io.direktdraht.channel.directline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who calls: the shop's server with the line's secret, or a client with a token.
sealed interface Caller {
  DirectLineSettings settings();

  /// May speak for any conversation of its line.
  record Shop(DirectLineSettings settings) implements Caller {}

  record Client(DirectLineSettings settings, Pass pass) implements Caller {}

  /// Whom the token names; nobody without a token.
  default Pass.@Nullable User user() {
    return this instanceof Client(_, var pass) ? pass.user() : null;
  }

  default List<String> origins() {
    return this instanceof Client(_, var pass) ? pass.origins() : List.of();
  }
}
