package io.direktdraht.bot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.dialogue.Hearings;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.bot.evaluate.ConversationScore.Escalated;
import io.direktdraht.bot.evaluate.ConversationScore.Failure;
import io.direktdraht.bot.evaluate.Script.Expected;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private final Rehearsal rehearsal =
      new Rehearsal(new Brain(Catalogues.shipped(), new Understood(), ShippedRules.get()));

  /// `human` is a wish for a person, `LH-…` an order number, `?` is not understood, any other text
  /// names the intent that is certainly meant.
  private static final class Understood implements Recogniser {
    @Override
    public Understanding understand(String text) {
      var heard =
          text.startsWith("LH-")
              ? Hearings.bare(text)
              : switch (text) {
                case "human" -> Hearings.wishing(text, text);
                case "?" -> Hearings.unknown(text);
                default -> Hearings.sure(text);
              };
      return heard.understanding();
    }

    @Override
    public String catalogueVersion() {
      return Catalogues.shipped().version();
    }
  }

  @Test
  void handsOffAtTheTurnOfTheWish() {
    var played = rehearsal.play(person(2, "opening_hours", "human", "thanks"));
    assertThat(played.handedOff()).isNotNull();
    assertThat(played.handedOff().turn()).isEqualTo(2);
    assertThat(played.handedOff().why().rule()).isEqualTo("human_wish");
    assertThat(played.failedInARow()).isZero();
  }

  @Test
  void countsTheHandOffByTwoStrikesAsTheSecondFailure() {
    var played = rehearsal.play(bot("?", "opening_hours", "?", "?", "?"));
    assertThat(played.handedOff()).isNotNull();
    assertThat(played.handedOff().turn()).isEqualTo(4);
    assertThat(played.failedInARow()).isEqualTo(2);
  }

  @Test
  void countsFailuresInARowOnly() {
    var played = rehearsal.play(bot("?", "opening_hours", "?", "jobs"));
    assertThat(played.handedOff()).isNull();
    assertThat(played.failedInARow()).isEqualTo(1);
  }

  @Test
  void findsEveryOrder() {
    var played = rehearsal.play(bot("order_status", "LH-000001", "LH-999999", "thanks"));
    assertThat(played.handedOff()).isNull();
    assertThat(played.failedInARow()).isZero();
  }

  @Test
  void forgetsOneScriptBeforeTheNext() {
    assertThat(rehearsal.play(bot("?")).failedInARow()).isEqualTo(1);
    assertThat(rehearsal.play(bot("?")).handedOff()).isNull();
  }

  @Test
  void scoresWhatCameInTimeLateNeverAndNeedlessly() {
    var tally = new ConversationScore.Tally();
    List.of(
            script("early", new Expected.Person(3), "human", "jobs", "jobs"),
            script("late", new Expected.Person(1), "jobs", "human"),
            script("missed", new Expected.Person(2), "jobs", "opening_hours", "thanks"),
            script("needless", new Expected.Bot(), "jobs", "?", "?"),
            script("calm", new Expected.Bot(), "jobs"))
        .forEach(script -> tally.accept(rehearsal.play(script)));
    assertThat(tally.score())
        .isEqualTo(
            new ConversationScore(
                new Escalated(3, 1),
                new Escalated(2, 1),
                2,
                List.of(
                    new Failure("late", 2, "late"),
                    new Failure("missed", 2, "missed"),
                    new Failure("needless", 3, "needless: two_strikes"))));
    assertThat(tally.score().n()).isEqualTo(5);
  }

  @Test
  void refusesScriptsThatCannotBePlayed() {
    assertThatIllegalArgumentException().isThrownBy(() -> bot());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> person(2, "jobs"))
        .withMessage("by_turn must be one of the turns, was 2");
  }

  private static Script bot(String... turns) {
    return script("x", new Expected.Bot(), turns);
  }

  private static Script person(int byTurn, String... turns) {
    return script("x", new Expected.Person(byTurn), turns);
  }

  private static Script script(String id, Expected expected, String... turns) {
    return new Script(id, Language.DE, List.of(turns), expected);
  }
}
