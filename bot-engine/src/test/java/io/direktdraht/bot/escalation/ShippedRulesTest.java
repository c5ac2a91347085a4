package io.direktdraht.bot.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped rule holds on an example and not on its neighbour.
class ShippedRulesTest {
  private static final Rules RULES = ShippedRules.get();

  static Stream<Arguments> examples() {
    return Stream.concat(whoWritesAndHow(), whatHappens());
  }

  private static Stream<Arguments> whoWritesAndHow() {
    return Stream.of(
        example("danger", Map.of(Fact.EMOTION_SAFETY, 0.5), Map.of(Fact.EMOTION_SAFETY, 0.49)),
        example("threat", Map.of(Fact.EMOTION_THREAT_LEGAL, 0.5), Map.of(Fact.EMOTION_ANGER, 0.49)),
        example("vip", Map.of(Fact.GRAVITY, "vip"), Map.of(Fact.GRAVITY, "none")),
        example("vip", Map.of(Fact.CONTACT_TIER, "vip"), Map.of(Fact.CONTACT_TIER, "silver")),
        example(
            "strong_emotion",
            Map.of(Fact.EMOTION_STRENGTH, 0.3, Fact.MOOD, -0.6),
            Map.of(Fact.EMOTION_STRENGTH, 0.1, Fact.MOOD, -0.8)),
        example(
            "strong_emotion",
            Map.of(Fact.EMOTION_STRENGTH, 0.5, Fact.MOOD, -0.5),
            Map.of(Fact.EMOTION_STRENGTH, 0.4, Fact.MOOD, -0.4)),
        example(
            "repeated_contact",
            Map.of(Fact.INTENT, "refund_status", Fact.CONTACT_MATTERS, Map.of("refund_status", 2L)),
            Map.of(Fact.INTENT, "refund_status", Fact.CONTACT_MATTERS, Map.of("order_status", 2L))),
        example(
            "repeated_contact",
            Map.of(Fact.INTENT, "order_status", Fact.CONTACT_MATTERS, Map.of("order_status", 3L)),
            Map.of(
                Fact.INTENT, "opening_hours", Fact.CONTACT_MATTERS, Map.of("opening_hours", 3L))));
  }

  private static Stream<Arguments> whatHappens() {
    return Stream.of(
        example(
            "complaint",
            Map.of(Fact.INTENT, "complaint", Fact.INTENT_ESCALATES, true),
            Map.of(Fact.INTENT, "praise")),
        example("one_strike", Map.of(Fact.INTENT, "payment_failed"), Map.of(Fact.INTENT, "jobs")),
        example(
            "one_strike",
            Map.of(Fact.INTENT_BEFORE, "refund_status"),
            Map.of(Fact.INTENT_BEFORE, "opening_hours")),
        example(
            "one_strike",
            Map.of(Fact.EMOTION_THREAT_LEGAL, 0.3),
            Map.of(Fact.EMOTION_THREAT_LEGAL, 0.2)),
        example("human_wish", Map.of(Fact.HUMAN_WISH, true), Map.of(Fact.HUMAN_WISH, false)),
        example("complex", Map.of(Fact.GRAVITY, "complex"), Map.of(Fact.GRAVITY, "none")),
        example(
            "unsupported_language", Map.of(Fact.LANGUAGE, "other"), Map.of(Fact.LANGUAGE, "mixed")),
        example(
            "unsupported_language",
            Map.of(Fact.LANGUAGE, "other", Fact.INTENT, "thanks", Fact.INTENT_PROBABILITY, 0.8),
            Map.of(Fact.LANGUAGE, "other", Fact.INTENT, "thanks", Fact.INTENT_PROBABILITY, 0.95)),
        example("bot_error", Map.of(Fact.BOT_ERROR, true), Map.of(Fact.BOT_ERROR, false)),
        example(
            "high_order_value", Map.of(Fact.ORDER_VALUE, 500.0), Map.of(Fact.ORDER_VALUE, 499.99)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdsOnItsExampleAndNotOnItsNeighbour(
      String rule, Map<Fact, Object> example, Map<Fact, Object> neighbour) {
    assertThat(first(rule, example)).contains(rule);
    assertThat(first(rule, neighbour)).isEmpty();
  }

  @Test
  void twoStrikesHoldWhateverElseIsKnown() {
    assertThat(first("two_strikes", Map.of())).contains("two_strikes");
    var strikes = RULES.rules().stream().filter(rule -> rule.strikes() > 0).map(Rule::strikes);
    assertThat(strikes).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void everyShippedRuleHasAnExample() {
    var shown = examples().map(one -> (String) one.get()[0]).distinct();
    assertThat(Stream.concat(shown, Stream.of("two_strikes")))
        .containsExactlyInAnyOrderElementsOf(RULES.rules().stream().map(Rule::id).toList());
  }

  @Test
  void dangerGoesFirstAndTellsTheEmergencyNumbers() {
    assertThat(RULES.rules().getFirst().id()).isEqualTo("danger");
    assertThat(RULES.words("danger", Language.DE, Formality.SIE).orElseThrow())
        .contains("112", "Giftnotruf", "030 19240");
    assertThat(RULES.words("danger", Language.EN, Formality.SIE).orElseThrow())
        .contains("112", "999", "poison");
  }

  @Test
  void theEvidenceIsTheVersionAndTheNamedFactsAlone() {
    var facts = facts(Map.of(Fact.EMOTION_STRENGTH, 0.625, Fact.MOOD, -0.75));
    var match = RULES.first(facts, rule -> rule.id().equals("strong_emotion"), (_, _, _) -> {});
    assertThat(match.orElseThrow().evidence().version()).isEqualTo(RULES.version());
    assertThat(match.orElseThrow().evidence().facts())
        .isEqualTo(Map.of("emotion.strength", "0.63", "mood", "-0.75"));
  }

  private static Optional<String> first(String rule, Map<Fact, Object> known) {
    return RULES
        .first(
            facts(known),
            one -> one.id().equals(rule),
            (_, id, why) -> {
              throw new AssertionError(id, why);
            })
        .map(match -> match.rule().id());
  }

  private static Facts facts(Map<Fact, Object> known) {
    var facts = new EnumMap<Fact, Object>(Fact.class);
    List.of(Fact.values()).forEach(fact -> facts.put(fact, fact.unknown()));
    facts.putAll(known);
    return facts::get;
  }

  private static Arguments example(String rule, Map<Fact, ?> example, Map<Fact, ?> neighbour) {
    return Arguments.of(rule, example, neighbour);
  }
}
