package io.direktdraht.storage.race;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresRacesTest implements RacesContract {
  private static EmbeddedPostgres postgres;
  private static Database here;
  private static Database there;
  private static List<JdbcLog> nodes;

  @BeforeAll
  static void open() {
    postgres = TestDatabases.postgres();
    var address = TestDatabases.fresh(postgres);
    here = new Database(address);
    there = new Database(address);
    nodes = List.of(TestDatabases.log(here), TestDatabases.log(there));
  }

  @AfterAll
  static void close() throws IOException {
    nodes.forEach(JdbcLog::close);
    here.close();
    there.close();
    postgres.close();
  }

  @Override
  public JdbcLog log() {
    return nodes.getFirst();
  }

  /// An album: ten files of somebody new, spread over two nodes, for thirty people at once.
  @Test
  void opensOneConversationWhenANewContactWritesToTwoNodesAtOnce() {
    int people = 30;
    int files = 10;
    var senders = IntStream.range(0, people).mapToObj(_ -> fresh()).toList();
    var admissions =
        LogContract.together(
            people * files,
            i -> {
              var text = Content.text("file " + i);
              var message = new Inbound(WEB, senders.get(i % people), fresh(), text, "de", NINE);
              return nodes.get(i / people % 2).receive(message);
            });
    var byPerson =
        IntStream.range(0, people * files)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> i % people,
                    Collectors.mapping(
                        i -> admissions.get(i).conversation().id(), Collectors.toSet())));
    assertThat(byPerson.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    for (var ids : byPerson.values()) {
      var seen = nodes.getFirst().find(ids.iterator().next()).orElseThrow();
      assertThat(nodes.getLast().of(seen.contact(), 10)).hasSize(1);
      var events = nodes.getFirst().read(seen.id(), 0, 100);
      assertThat(events).hasSize(files + 1);
      assertThat(events.getLast().seq()).isEqualTo(files + 1L);
    }
    assertThat(byPerson.values().stream().flatMap(Set::stream).distinct()).hasSize(people);
  }

  @Test
  void takesTheSameMessageOnceWhenItComesToTwoNodesAtOnce() {
    var sender = fresh();
    for (int round = 0; round < 20; round++) {
      var key = fresh();
      var admissions =
          LogContract.together(20, i -> nodes.get(i % 2).receive(hello(WEB, sender, key)));
      assertThat(admissions.stream().filter(admission -> !admission.repeated())).hasSize(1);
      assertThat(admissions.stream().map(a -> a.seq()).distinct()).hasSize(1);
    }
  }
}
