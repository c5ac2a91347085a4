package io.direktdraht.bot.dialogue;

import io.direktdraht.bot.escalation.Fact;
import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Feeling;
import io.direktdraht.intents.recognise.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The facts of a turn: what was heard, what the bot would do about it, and what surrounds the
/// conversation.
record TurnFacts(Catalogue catalogue, Situation situation, Heard heard, Proposal proposal)
    implements Facts {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  @Override
  public Object value(Fact fact) {
    var understood = heard.understanding();
    return switch (fact) {
      case HUMAN_WISH -> heard.wishesPerson();
      case EMOTION_ANGER -> strength(Feeling.ANGER);
      case EMOTION_FRUSTRATION -> strength(Feeling.FRUSTRATION);
      case EMOTION_ANXIETY -> strength(Feeling.ANXIETY);
      case EMOTION_SADNESS -> strength(Feeling.SADNESS);
      case EMOTION_SARCASM -> strength(Feeling.SARCASM);
      case EMOTION_THREAT_LEGAL -> strength(Feeling.THREAT_LEGAL);
      case EMOTION_SAFETY -> strength(Feeling.SAFETY);
      case EMOTION_STRENGTH -> understood.emotion().strength();
      case EMOTION_STRONG -> understood.emotion().strong();
      case MOOD -> proposal.before().mood().value();
      case TURN_FAILURES -> (long) proposal.step().dialogue().failures();
      case TURN_COUNT -> (Long) around(fact) + 1;
      case INTENT -> intent();
      case INTENT_PROBABILITY -> probability();
      case INTENT_BEFORE -> Memory.intentBefore(situation.dialogue());
      case INTENT_ESCALATES -> escalates();
      case ENTITIES -> entities();
      case GRAVITY -> understood.gravity().name().toLowerCase(Locale.ROOT);
      case LANGUAGE -> understood.spoken().name().toLowerCase(Locale.ROOT);
      case ORDER_VALUE -> orderValue();
      case BOT_ERROR -> proposal.lookup() instanceof Orders.Lookup.Unavailable;
      case CONTACT_TIER,
          CONTACT_OPEN_COMPLAINTS,
          CONTACT_MESSAGES_LAST_24H,
          CONTACT_CONVERSATIONS_LAST_7D,
          CONTACT_MATTERS,
          CHANNEL,
          HOURS_OPEN,
          QUEUE_LENGTH,
          MINUTES_SINCE_LAST_HUMAN ->
          around(fact);
    };
  }

  /// Marked by the catalogue as one for people.
  boolean escalates() {
    var intent = intent();
    return catalogue.has(intent) && catalogue.intent(intent).escalate() != null;
  }

  /// What is meant, by the dialogue or at least by the words alone; empty when nobody knows.
  String intent() {
    if (!proposal.meant().isEmpty()) return proposal.meant();
    return heard.understanding().verdict() instanceof Verdict.Sure(var sure) ? sure.intent() : "";
  }

  /// What the intent is called.
  List<String> title(Language language) {
    var intent = intent();
    return catalogue.has(intent) ? List.of(catalogue.intent(intent).title(language)) : List.of();
  }

  private double probability() {
    var intent = intent();
    return heard.understanding().candidates().stream()
        .filter(candidate -> candidate.intent().equals(intent))
        .mapToDouble(Candidate::probability)
        .findFirst()
        .orElse(0);
  }

  private Object around(Fact fact) {
    return situation.around().value(fact);
  }

  private double strength(Feeling feeling) {
    var emotion = heard.understanding().emotion();
    return emotion.feeling() == feeling ? emotion.strength() : 0;
  }

  private Map<String, List<String>> entities() {
    var found = new HashMap<String, List<String>>();
    for (var entity : heard.understanding().entities())
      found.computeIfAbsent(entity.kind().label(), _ -> new ArrayList<>()).add(entity.value());
    return found;
  }

  /// The total of the order that was looked up in this turn, e.g. of "1189.00 EUR".
  private double orderValue() {
    if (!(proposal.lookup() instanceof Orders.Lookup.Found(var order))) return 0;
    var number = NUMBER.matcher(order.total());
    return number.find() ? Double.parseDouble(number.group()) : 0;
  }
}
