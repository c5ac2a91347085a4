package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Arrival;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.join.Code;
import org.junit.jupiter.api.Test;

/// What the bot says to whoever comes from another line.
class ArrivalTest {
  private final Engines bot = new Engines();
  private final Conversation seen = bot.receive("opening_hours");

  private void arrives(Arrival how) {
    bot.turns(bot.receive("Hallo, ich schreibe hier weiter.", how.payload()));
  }

  private String last() {
    return bot.said(seen).getLast();
  }

  private Choice only() {
    return bot.events(seen).reversed().stream()
        .filter(ConversationEvent.MessageSent.class::isInstance)
        .map(event -> ((ConversationEvent.MessageSent) event).message().content().choices())
        .findFirst()
        .orElseThrow()
        .getFirst();
  }

  @Test
  void whatWasWrittenHasComeAlongAndCanBeTakenBack() {
    bot.turns(seen);
    var join = JoinId.next(NINE);
    arrives(new Arrival.Joined(join));
    assertThat(last()).contains("hier geht es weiter");
    assertThat(only().payload()).isEqualTo(Arrivals.PART + join);
  }

  @Test
  void whoeverIsKnownHereIsAsked() {
    bot.turns(seen);
    var code = new Code("DD-7F3K-9QXM-2HTA");
    arrives(new Arrival.Known(code));
    assertThat(last()).contains("schon einmal geschrieben");
    assertThat(only().payload()).isEqualTo(Arrivals.JOIN + code.text());
  }

  @Test
  void aLateCodeIsNoDeadEnd() {
    bot.turns(seen);
    arrives(new Arrival.Late());
    assertThat(last()).contains("gilt nicht mehr", "Worum geht es?");
    arrives(new Arrival.Parted());
    assertThat(last()).contains("getrennt");
  }

  @Test
  void whoeverWaitsHearsFromTheDesk() {
    bot.turns(seen);
    bot.turns(bot.receive("einen Mensch bitte"));
    int said = bot.said(seen).size();
    arrives(new Arrival.Joined(null));
    assertThat(bot.said(seen)).hasSize(said);
    assertThat(bot.events(seen).getLast()).isEqualTo(new ConversationEvent.StandingAsked(NINE));
  }

  @Test
  void whatWasAskedBeforeIsAnsweredFirst() {
    bot.receive("Hallo, ich schreibe hier weiter.", new Arrival.Joined(null).payload());
    bot.turns(seen);
    assertThat(last()).contains("ein Bot").doesNotContain("hier geht es weiter");
    assertThat(bot.decided(seen).getLast().understood().candidates()).isNotEmpty();
  }

  @Test
  void theSentenceThatCameWithTheCodeIsNotForUnderstanding() {
    bot.turns(seen);
    bot.turns(bot.receive("order_status " + Shops.KNOWN, new Arrival.Joined(null).payload()));
    assertThat(last()).contains("hier geht es weiter");
  }
}
