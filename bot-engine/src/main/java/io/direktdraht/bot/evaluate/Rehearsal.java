package io.direktdraht.bot.evaluate;

import io.direktdraht.bot.dialogue.Deciding;
import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.bot.dialogue.Situation;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.bot.escalation.Fact;
import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.time.LocalDate;
import java.util.List;

/// Plays scripts turn by turn, as the engine would, without a log. The shop finds every order
/// number and has shipped it. A hand-off ends the script.
public final class Rehearsal {
  private static final Orders EVERY_ORDER = number -> new Orders.Lookup.Found(shipped(number));
  private final Brain brain;
  private final Deciding deciding;

  public Rehearsal(Brain brain) {
    this.brain = brain;
    this.deciding = new Deciding(brain.catalogue(), brain.rules(), (_, _, _) -> {});
  }

  public Played play(Script script) {
    Dialogue memory = null;
    int most = 0;
    for (int turn = 1; turn <= script.turns().size(); turn++) {
      var text = script.turns().get(turn - 1);
      var heard = new Heard(text, null, brain.recogniser().understand(text));
      var situation =
          Situation.of(new Stage.WithBot(), 1, memory, script.language()).amid(known(turn));
      var step = step(situation, heard);
      most = Math.max(most, failures(situation, step));
      if (step.decision() instanceof Decision.HandOff(var why, _))
        return new Played(script, new Played.HandedOff(turn, why), most);
      memory = step.dialogue();
    }
    return new Played(script, null, most);
  }

  private Step step(Situation situation, Heard heard) {
    var step = deciding.decide(situation, heard);
    return step.decision() instanceof Decision.Act(_, _, var number)
        ? deciding.conclude(situation, heard, step, EVERY_ORDER.find(number))
        : step;
  }

  private static Facts known(int turn) {
    return fact -> fact == Fact.TURN_COUNT ? turn - 1L : fact.unknown();
  }

  /// Two strikes hand off in the turn that failed second, and the count starts anew there.
  private static int failures(Situation before, Step step) {
    return step.decision() instanceof Decision.HandOff(var why, _)
            && why.reason() == Reason.TWO_STRIKES
        ? before.dialogue().failures() + 1
        : step.dialogue().failures();
  }

  private static Order shipped(String number) {
    var placed = LocalDate.EPOCH;
    var items = List.of(new Order.Item("Gartenbank", 1));
    return new Order(
        number, Order.Status.SHIPPED, placed, items, "189.00 EUR", placed.plusDays(3), "DHL");
  }
}
