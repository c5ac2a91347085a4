package io.direktdraht.bot.dialogue;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.bot.words.Company;
import io.direktdraht.bot.words.Wording;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A dialogue that goes on turn by turn, as the engine leads it, without a log.
public final class Talk {
  static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  static final Phrases PHRASES = Phrases.beside(Company.class, "de", "en");
  private final Deciding deciding;
  private final Wording wording;
  private final List<String> trouble = new ArrayList<>();
  private final Orders orders = Shops.orders();
  private Stage stage = new Stage.WithBot();
  private long epoch = 1;
  private @Nullable Dialogue memory;
  private Optional<Content> words = Optional.empty();
  private Facts around = Facts.UNKNOWN;

  public Talk() {
    this(ShippedRules.get());
  }

  public Talk(Rules rules) {
    deciding = new Deciding(Catalogues.shipped(), rules, (_, rule, _) -> trouble.add(rule));
    wording = new Wording(Catalogues.shipped(), rules, PHRASES, Shops.COMPANY);
  }

  /// What surrounds the conversation from now on.
  Talk amid(Facts facts) {
    around = facts;
    return this;
  }

  /// The rules that could not be evaluated.
  List<String> trouble() {
    return trouble;
  }

  /// What the bot decides on these words; the stage follows.
  Decision says(Heard heard) {
    var situation = Situation.of(stage, epoch, memory, Language.DE).amid(around);
    var step = deciding.decide(situation, heard);
    Orders.Lookup found = null;
    if (step.decision() instanceof Decision.Act act) {
      found = orders.find(act.value());
      step = deciding.conclude(situation, heard, step, found);
    }
    memory = step.dialogue();
    words = wording.say(step, Language.of(memory.language()), situation.after(memory), found);
    if (step.decision() instanceof Decision.HandOff(var why, _) && stage instanceof Stage.WithBot)
      stage = new Stage.Waiting(why, NINE);
    if (step.decision() instanceof Decision.Withdraw) stage = new Stage.WithBot();
    return step.decision();
  }

  /// Nobody was there: a promise was made.
  Talk promised() {
    var why = new Escalation(Escalation.Reason.HUMAN_WISH, "human_wish", List.of());
    stage = new Stage.Promised(PromiseId.next(NINE), NINE.plusSeconds(3600), why, NINE);
    return this;
  }

  /// A person took over and gave the conversation back.
  Talk returned() {
    epoch += 2;
    stage = new Stage.WithBot();
    return this;
  }

  Stage stage() {
    return stage;
  }

  Optional<Content> words() {
    return words;
  }

  Dialogue memory() {
    if (memory == null) throw new IllegalStateException("no turn yet");
    return memory;
  }
}
