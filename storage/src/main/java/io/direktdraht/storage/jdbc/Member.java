package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// Something that waits to be committed with others.
sealed interface Member {
  CompletableFuture<?> answer();

  record Receiving(Inbound inbound, CompletableFuture<Intake.Admission> answer) implements Member {}

  record Appending(Append append, CompletableFuture<Appended> answer) implements Member {}

  record Uniting(Join join, CompletableFuture<Joining.Joined> answer) implements Member {}

  record Parting(JoinId join, Instant at, CompletableFuture<Boolean> answer) implements Member {}

  /// Moves more than its own conversation: it shares its transaction with nobody.
  default boolean alone() {
    return switch (this) {
      case Uniting _, Parting _ -> true;
      case Receiving _, Appending _ -> false;
    };
  }
}
