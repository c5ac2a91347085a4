package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import java.util.concurrent.CompletableFuture;

/// Something that waits to be committed with others.
sealed interface Member {
  CompletableFuture<?> answer();

  record Receiving(Inbound inbound, CompletableFuture<Intake.Admission> answer) implements Member {}

  record Appending(Append append, CompletableFuture<Appended> answer) implements Member {}
}
