package io.direktdraht.storage.jdbc;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent.MessageReceived;
import io.direktdraht.conversation.event.ConversationEvent.MessageSent;
import io.direktdraht.conversation.event.ConversationEvent.TurnDecided;
import io.direktdraht.conversation.event.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  private final EventJson json = new EventJson();

  @Test
  void keepsTheMoodOfADialogue() {
    var decided = decided(new Turn.Mood(-0.4, List.of("schon wieder")));
    assertThat(json.event(json.write(decided))).isEqualTo(decided);
  }

  @Test
  void readsTurnsThatWereStoredBeforeMoodsWere() {
    var now = json.write(decided(Turn.Mood.CALM));
    var before = now.replaceFirst(",\"mood\":\\{[^}]*}", "");
    assertThat(before).isNotEqualTo(now);
    assertThat(json.event(before)).isEqualTo(decided(Turn.Mood.CALM));
  }

  @Test
  void keepsFilesAndReadsMessagesThatWereStoredBeforeFilesWere() {
    var files = List.of(Files.picture("Bank.png"));
    var message = new Message(new Author.Contact(), WEB, Content.text("").with(files), "k");
    var received = new MessageReceived(message, NINE);
    assertThat(json.event(json.write(received))).isEqualTo(received);
    var before = json.write(received).replaceFirst(",\"attachments\":\\[[^]]*]", "");
    assertThat(before).doesNotContain("Bank.png");
    assertThat(json.event(before).attachments()).isEmpty();
  }

  @Test
  void keepsTemplatesAndReadsMessagesThatWereStoredBeforeTemplatesWere() {
    var filled = new Content.Filled("delayed", "de", List.of(new Content.Filled.Value("1", "Eva")));
    var message = new Message(new Author.Bot(), WEB, Content.text("Hallo Eva").as(filled), "k");
    var sent = new MessageSent(message, NINE);
    assertThat(json.event(json.write(sent))).isEqualTo(sent);
    var before = json.write(sent).replaceFirst(",\"filled\":\\{.*?]}", "");
    assertThat(before).doesNotContain("delayed").contains("Hallo Eva");
    assertThat(((MessageSent) json.event(before)).message().content())
        .isEqualTo(Content.text("Hallo Eva"));
  }

  private static TurnDecided decided(Turn.Mood mood) {
    var understood = new Turn.Understood("de", List.of(), List.of(), false, -0.4, List.of());
    var dialogue = new Turn.Dialogue(1, "de", Map.of(), null, 0, false, List.of(), mood);
    return new TurnDecided(new Turn("answer", "thanks", understood, dialogue, "v1", 1, 1), NINE);
  }
}
