package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.storage.jdbc.TestDatabases;
import io.direktdraht.storage.redis.RunningRedis;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A customer is at one node and an agent at another: neither notices, with Redis and without.
@ExtendWith(Browsers.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
  private final EmbeddedPostgres postgres = TestDatabases.postgres();
  private final RunningRedis redis = new RunningRedis();
  private Product shops;
  private Product desks;

  @BeforeAll
  void start() {
    var database = "--direktdraht.database.url=" + TestDatabases.fresh(postgres).url();
    shops = node(database);
    desks = node(database);
  }

  private Product node(String database) {
    return new Product(
        database,
        "--direktdraht.redis.url=" + redis.url(),
        "--DIREKTDRAHT_MASTER_KEY=a key that all nodes share, as long as keys must be");
  }

  @AfterAll
  void stop() throws IOException {
    shops.close();
    desks.close();
    redis.close();
    postgres.close();
  }

  @Test
  void aPersonIsReachedAcrossNodes(Browsers browsers) {
    try (var ana = new Colleague(browsers, desks, "ana");
        var customer = new Customer(browsers, shops, 1440, 900).opens()) {
      var wish = "Kann ich bitte mit einem Menschen sprechen?";
      customer.writes(wish);
      ana.opens(wish).takesOver();
      ana.writes("Hier ist Ana am anderen Knoten.");
      customer.reads("Hier ist Ana am anderen Knoten.");
      customer.writes("Das ging aber schnell");
      ana.reads("Das ging aber schnell");
      // the customer's node knew that somebody is there
      Assertions.assertThat(shops.part(Conversations.class).inStage(Stage.Kind.PROMISED, 10))
          .isEmpty();

      redis.goes();
      customer.writes("Und ohne Redis?");
      ana.reads("Und ohne Redis?");
      ana.writes("Etwas langsamer, aber ja.");
      customer.reads("Etwas langsamer, aber ja.");

      redis.comesBack();
      customer.writes("Und jetzt wieder");
      ana.reads("Und jetzt wieder");
      ana.writes("Gern geschehen.");
      customer.reads("Gern geschehen.");
      Assertions.assertThat(customer.times("Etwas langsamer, aber ja.")).isEqualTo(1);
      assertThat(ana.thread().getByText("Und ohne Redis?")).hasCount(1);
    }
  }
}
