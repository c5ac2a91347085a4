package io.direktdraht.server.crash;

import static io.direktdraht.server.crash.SlimPlatforms.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresWebhookCrashTest extends WebhookCrashContract {
  private final EmbeddedPostgres postgres = TestDatabases.postgres();
  private final String url = TestDatabases.fresh(postgres).url();

  @Override
  String databaseUrl() {
    return url;
  }

  @AfterAll
  void closeServer() throws IOException {
    postgres.close();
  }

  /// Of one call, five repetitions come to each of two nodes that share the database.
  @Test
  void r15TakesACallOnceHoweverOftenItComesToTwoNodes() {
    try (var other = another()) {
      for (int round = 0; round < 10; round++) {
        beginHistory();
        var webhook = webhook(WHATSAPP);
        var statuses =
            LogContract.together(
                2,
                i ->
                    IntStream.range(0, 5)
                        .mapToObj(_ -> (i == 0 ? node : other).post(WHATSAPP, webhook.text()))
                        .toList());
        assertThat(statuses.stream().flatMap(one -> one.stream().map(it -> it.orElse(0))))
            .hasSize(10)
            .containsOnly(200);
        assertThat(post(webhook)).isTrue();
        assertAnsweredOnce(webhook);
        assertThat(platform.calls()).isEqualTo(1);
      }
    }
  }
}
