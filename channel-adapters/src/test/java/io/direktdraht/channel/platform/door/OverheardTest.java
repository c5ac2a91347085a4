package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.messenger.MessengerDialect;
import io.direktdraht.channel.messenger.MetaInbox;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Owed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is said in Meta's own inbox is known to agents, once, and nobody here answers it.
class OverheardTest {
  @Test
  void agentsReadWhatWasSaidElsewhereAndTheBotOwesNothing() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      var conversation = bench.hears(1, 1, "Hallo");
      var owed = bench.log.places(Owed.Kind.TURN, conversation.id());
      var answer = MetaInbox.echo(1, 2, "another app", "Hier Eva, wie kann ich helfen?");
      bench.post(answer);
      bench.post(answer.replace("1458692752478", "1458692752479"));
      var card = "Meine Karte ist 5555555555554444";
      bench.post(MetaInbox.standby(bench.dialect.wrote(1, 3, card)));
      bench.work();
      assertThat(notes(bench))
          .containsExactly(
              "Im Posteingang der Plattform geantwortet / Answered in the platform’s inbox: Hier Eva, wie kann ich helfen?",
              "Im Posteingang der Plattform geschrieben / Written in the platform’s inbox: Meine Karte ist …4444");
      assertThat(bench.log.places(Owed.Kind.TURN, conversation.id())).isEqualTo(owed);
      assertThat(bench.quarantined()).isZero();
    }
  }

  @Test
  void whoNeverWroteToUsHasNoConversationForIt() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      bench.post(MetaInbox.standby(bench.dialect.wrote(7, 1, "Hallo")));
      bench.work();
      assertThat(bench.quarantined()).isZero();
      bench.hears(1, 2, "Hallo");
      assertThat(notes(bench)).isEmpty();
    }
  }

  private static List<String> notes(Bench bench) {
    return bench.log.read(bench.conversation(1).id(), 0, 100).stream()
        .flatMap(recorded ->
            recorded.event() instanceof ConversationEvent.NoteAdded note
                ? Stream.of(note.text())
                : Stream.empty())
        .toList();
  }
}
