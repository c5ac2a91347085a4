package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.messenger.MessengerDialect;
import io.direktdraht.channel.messenger.MetaInbox;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Owed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  /// Instagram may drop our mark, and tells of a message before it answers our call.
  @Test
  void ourOwnWordsAreNotOverheardThoughNothingMarksThem() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.INSTAGRAM))) {
      var conversation = bench.hears(1, 1, "Hallo");
      var choices = java.util.stream.IntStream.range(0, 14).mapToObj(OverheardTest::choice);
      bench.says(conversation, new Content("Welche?", null, choices.toList()));
      bench.platform.beforeAnswering(call -> bench.post(echo(call, "m_early")));
      bench.carry();
      bench.work();
      bench.post(MetaInbox.echo(1, 3, "", "Welche denn?").replace("m_in_3", "m_1"));
      bench.work();
      assertThat(notes(bench)).isEmpty();
      bench.post(MetaInbox.echo(1, 4, "", "Welche denn?"));
      bench.work();
      assertThat(notes(bench)).hasSize(1);
    }
  }

  private static Content.Choice choice(int number) {
    return new Content.Choice("Nummer " + number, "/" + number);
  }

  private static String echo(JsonNode call, String id) {
    var text = new JsonMapper().writeValueAsString(call.at("/message/text"));
    return MetaInbox.echo(1, 2, "", "TEXT").replace("\"TEXT\"", text).replace("m_in_2", id);
  }

  /// What the contact writes meanwhile is for whoever answers there.
  @Test
  void theBotIsSilentWhileSomebodyAnswersThereAndSpeaksWhenTheyStopped()
      throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      bench.hears(1, 1, "Hallo");
      bench.post(MetaInbox.echo(1, 2, "", "Hier Eva"));
      bench.work();
      bench.hears(1, 3, "Meine Bank wackelt");
      assertThat(bench.received(1).getLast().automatic()).isTrue();
      bench.now = bench.now.plus(Duration.ofHours(1));
      bench.hears(1, 4, "Ist da noch jemand?");
      assertThat(bench.received(1).getLast().automatic()).isFalse();
    }
  }

  @Test
  void ourOwnWordsTakeTheContactBack() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      bench.hears(1, 1, "Hallo");
      bench.post(MetaInbox.echo(1, 2, "", "Hier Eva"));
      bench.work();
      bench.says(bench.conversation(1), "Hier wieder der Bot");
      bench.hears(1, 3, "Meine Bank wackelt");
      assertThat(bench.received(1).getLast().automatic()).isFalse();
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
