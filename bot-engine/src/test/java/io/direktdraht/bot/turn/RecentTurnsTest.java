package io.direktdraht.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RecentTurnsTest {
  private final List<Signal.Committed> news = new ArrayList<>();

  @Test
  void answersWhatWasJustReceived() {
    var bot = listenedTo(new Engines());
    var seen = bot.receive("opening_hours");
    assertThat(bot.engine.takeTurn(news.getLast())).isFalse();
    assertThat(bot.said(seen)).hasSize(1);
    assertThat(bot.owed(seen)).isEmpty();
  }

  @Test
  void remembersItsOwnLastTurn() {
    var bot = listenedTo(new Engines());
    for (int i = 0; i < 3; i++) {
      bot.receive("opening_hours");
      bot.engine.takeTurn(news.getLast());
      news.removeLast();
    }
    var seen = bot.receive("return_policy");
    assertThat(bot.decided(seen))
        .extracting(turn -> turn.dialogue().failures())
        .containsExactly(0, 0, 1);
  }

  @Test
  void looksWhenSomethingElseIsOwedToo() {
    var bot = listenedTo(new Engines());
    var seen = bot.receive("opening_hours");
    bot.receive("return_policy");
    assertThat(bot.engine.takeTurn(news.getLast())).isTrue();
    assertThat(bot.said(seen)).isEmpty();
    assertThat(bot.turns(seen).decided(seen)).hasSize(1);
  }

  @Test
  void looksAgainWhenAMessageCameMeanwhile() {
    var first = new AtomicBoolean(true);
    var bots = new ArrayList<Engines>();
    var bot =
        new Engines(
            Shops.orders(),
            _ -> {
              if (first.getAndSet(false)) bots.getFirst().receive("return_policy");
            });
    bots.add(listenedTo(bot));
    var seen = bot.receive("opening_hours");
    assertThat(bot.engine.takeTurn(news.getFirst())).isTrue();
    assertThat(bot.owed(seen)).hasSize(1);
    assertThat(bot.engine.takeTurn(news.getLast())).isTrue();
    assertThat(bot.turns(seen).said(seen)).hasSize(2);
  }

  @Test
  void leavesTheTurnToTheOneWhoTookIt() {
    var bot = listenedTo(new Engines());
    var seen = bot.receive("opening_hours");
    bot.turns(seen);
    assertThat(bot.engine.takeTurn(news.getFirst())).isTrue();
    assertThat(bot.said(seen)).hasSize(1);
  }

  private Engines listenedTo(Engines bot) {
    bot.signals.subscribe(signal -> {
      if (signal instanceof Signal.Committed committed && !committed.owes().isEmpty())
        news.add(committed);
    });
    return bot;
  }
}
