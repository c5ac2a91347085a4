package io.direktdraht.server.crash;

import io.direktdraht.bot.escalation.RuleFile;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.Answer;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Form;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.Slot;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.Reaction;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.RecognitionBands;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.text.Spoken;
import io.direktdraht.server.start.LiveCatalogue;
import io.direktdraht.storage.history.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Understands at once: a body's number is a topic, an order number asks for its status, `Mensch`
/// wishes for a person.
final class SlimBrain implements Recogniser {
  private static final String VERSION = "slim";
  private static final String ORDER = "order_status";
  private static final int TOPICS = 10;

  static Brain brain() {
    var intents = new LinkedHashMap<String, Intent>();
    for (int i = 0; i < TOPICS; i++)
      intents.put("topic" + i, intent("topic" + i, "Thema " + i, null));
    var slot = new Slot("order_number", "order_number", Map.of(Language.DE, "Welche Nummer?"));
    var form = new Form(ORDER, List.of(slot));
    intents.put(ORDER, intent(ORDER, "Bestellung {order_number}: {order_status}", form));
    var rules = LiveCatalogue.valid(RuleFile.bundled());
    return new Brain(new Catalogue(VERSION, intents), new SlimBrain(), rules);
  }

  private static Intent intent(String id, String answer, @Nullable Form form) {
    var answers = Map.of(Language.DE, List.of(new Answer(answer, List.of())));
    return new Intent(id, Map.of(Language.DE, id), Map.of(), answers, form, null, List.of());
  }

  @Override
  public Understanding understand(String text) {
    var last = text.substring(text.lastIndexOf('\n') + 1);
    int number = last.indexOf("LH-");
    var entities =
        number < 0
            ? List.<Entity>of()
            : List.of(
                new Entity(
                    Entity.Kind.ORDER_NUMBER,
                    last.substring(number).split(" ", 2)[0],
                    number,
                    number + 9));
    var topic = "topic" + Body.in(last).map(Body::number).orElse(0) % TOPICS;
    var wish = text.contains("Mensch") ? new HumanWish(true, List.of("Mensch")) : HumanWish.NONE;
    var candidate = new Candidate(entities.isEmpty() ? topic : ORDER, 0.95);
    return new Understanding(
        Language.DE,
        1,
        Spoken.DE,
        List.of(candidate),
        List.of(),
        0.01,
        RecognitionBands.DEFAULT,
        entities,
        wish,
        Emotion.NONE,
        Gravity.NONE,
        Reaction.NONE);
  }

  @Override
  public String catalogueVersion() {
    return VERSION;
  }
}
