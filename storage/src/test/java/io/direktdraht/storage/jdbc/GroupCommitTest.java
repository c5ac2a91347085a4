package io.direktdraht.storage.jdbc;

import static io.direktdraht.conversation.log.Logs.WEB;
import static io.direktdraht.conversation.log.Logs.fresh;
import static io.direktdraht.conversation.log.Logs.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
  private final AtomicBoolean broken = new AtomicBoolean();
  private final InstantSource clock =
      () -> {
        if (broken.get()) throw new ExceptionInInitializerError("a class is away");
        return Instant.now();
      };

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anErrorIsToldAndTheWriterGoesOn(@TempDir Path folder) {
    try (var database = new Database(TestDatabases.h2(folder));
        var log = log(database)) {
      var message = hello(WEB, fresh(), fresh());
      broken.set(true);
      assertThatThrownBy(() -> log.receive(message)).isInstanceOf(LogUnavailable.class);
      broken.set(false);
      assertThat(log.receive(message).repeated()).isFalse();
      assertThat(log.receive(message).repeated()).isTrue();
    }
  }

  private JdbcLog log(Database database) {
    return new JdbcLog(
        database,
        new JdbcLog.Surroundings(
            Logs.LINES, Logs.RULES, new LocalSignals(), clock, new SimpleMeterRegistry()));
  }
}
