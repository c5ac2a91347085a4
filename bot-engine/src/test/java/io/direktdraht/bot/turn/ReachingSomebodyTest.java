package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.Stage;
import org.junit.jupiter.api.Test;

/// Who needs a person and does not say so in one plain message.
class ReachingSomebodyTest {
  @Test
  void aYesToAPersonIsNotUndoneByWhatIsSaidAfterIt() {
    var bot = new Engines();
    bot.receive("Ja, bitte", "/yes");
    var seen = bot.receive("meine Nummer ist 12", null);
    bot.turns(seen);
    assertThat(why(bot, seen)).isEqualTo(Reason.HUMAN_WISH);
  }

  @Test
  void whoGoesOnSpeakingReachesSomebodyWhoListens() {
    var bot = new Engines();
    var voice = new Attachment(Attachment.Id.next(NINE), "Sprachnachricht", "audio/ogg", 9);
    bot.turns(bot.receive(voice));
    var seen = bot.receive(voice);
    bot.turns(seen);
    assertThat(why(bot, seen)).isEqualTo(Reason.TWO_STRIKES);
    assertThat(bot.said(seen).getFirst()).contains("nicht anhören");
  }

  private static Reason why(Engines bot, Conversation seen) {
    return ((Stage.Waiting) bot.now(seen).stage()).why().reason();
  }
}
