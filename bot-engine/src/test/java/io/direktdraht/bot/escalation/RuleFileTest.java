package io.direktdraht.bot.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
  @TempDir Path folder;

  @Test
  void theShippedFileIsTheOneBesideTheCatalogue() {
    var file = Path.of("../intents/escalation.yml");
    assertThat(ShippedRules.valid(RuleFile.load(file)).version())
        .isEqualTo(ShippedRules.get().version());
  }

  @Test
  void aRuleSaysWhomItNeedsWhatIsSaidAndWhetherToAsk() {
    var rules =
        valid(
            RuleTexts.with(
                "reason: vip",
                "when: contact.tier == \"gold\"",
                "priority: 70",
                "team: gold",
                "skill: en",
                "ask: true",
                "words: {de: Gern helfe ich Ihnen., du: Gern helfe ich dir., en: Gladly.}"));
    assertThat(rules.rules().getFirst())
        .isEqualTo(
            new Rule(
                "own",
                Reason.VIP,
                "contact.tier == \"gold\"",
                new Needs("gold", "en", 70),
                Map.of(Language.DE, "Gern helfe ich Ihnen.", Language.EN, "Gladly."),
                "Gern helfe ich dir.",
                true,
                0,
                true));
    assertThat(rules.words("own", Language.EN, Formality.DU)).contains("Gladly.");
    assertThat(rules.words("own", Language.DE, Formality.DU)).contains("Gern helfe ich dir.");
    assertThat(rules.words("own", Language.DE, Formality.SIE)).contains("Gern helfe ich Ihnen.");
    assertThat(rules.words("human_wish", Language.EN, Formality.SIE)).isEmpty();
  }

  @Test
  void theVersionIsThatOfTheContent() {
    var first = valid(RuleTexts.RAILS).version();
    assertThat(valid(RuleTexts.RAILS).version()).isEqualTo(first);
    assertThat(valid(RuleTexts.RAILS + "# a remark\n").version()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mood >= 1              | 5 | column 6: found no matching overload for '_>=_' applied to '(double, int)'
          turn.failures          | 5 | expected type 'bool' but found 'int'
          emotion.joy > 0.5      | 5 | column 1: there is no fact emotion.joy; there are human.wish
          mood <                 | 5 | mismatched input '<EOF>'
          intent.foo == "x"      | 5 | type 'string' does not support field selection
          """)
  void aConditionThatIsWrongIsRefusedWithItsLine(String when, int line, String message) {
    var text = RuleTexts.with("reason: vip", "when: " + when, "priority: 1");
    assertThat(problems(text))
        .anySatisfy(problem ->
            assertThat(problem).startsWith("escalation.yml:" + line + ": ").contains(message));
  }

  @Test
  void whoeverNamesAFactThatDoesNotExistIsToldWhichDo() {
    var text = RuleTexts.with("reason: vip", "when: contact.level == \"gold\"", "priority: 1");
    assertThat(problems(text))
        .singleElement()
        .asString()
        .contains("no fact contact.level", "contact.tier", "queue.length");
  }

  @Test
  void aMistakeInABlockIsToldWithTheLineWithinIt() {
    var text =
        RuleTexts.with(
            "reason: vip",
            "when: |",
            "  contact.tier == \"vip\"",
            "  || moods < 0.5",
            "priority: 1");
    assertThat(problems(text)).singleElement().asString().startsWith("escalation.yml:7: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reason: rage           | when: "true" | priority: 1    | escalation.yml:4: unknown reason rage
          reason: vip            | when: "true" | priority: 101  | escalation.yml:6: priority must be 0 to 100
          reason: vip            | when: "true" | priority: high | escalation.yml:6: priority must be a whole number, was high
          reason: vip            | when: "true" | ask: maybe     | escalation.yml:6: ask must be true or false, was maybe
          reason: vip            | when: "true" | urgency: 1     | escalation.yml:6: unknown key urgency
          reason: vip            | when: "true" | strikes: 1     | missing priority
          """)
  void whatDoesNotFitIsRefusedWithItsLine(String one, String two, String three, String message) {
    assertThat(problems(RuleTexts.with(one, two, three)))
        .anySatisfy(problem -> assertThat(problem).contains(message));
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    var again = RuleTexts.with("reason: vip", "when: 'true'", "priority: 1") + "- id: own\n";
    assertThat(problems(again + "  reason: vip\n  when: 'true'\n  priority: 2\n"))
        .containsExactly("escalation.yml:7: id own is already used in line 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          when: human.wish, enabled: false                 | cannot be switched off
          when: human.wish, ask: true                      | is not asked whether they do
          when: human.wish && turn.count > 2               | cannot be narrowed or delayed
          when: human.wish && hours.open                   | cannot be narrowed or delayed
          when: human.wish, strikes: 1                     | does not wait for failures
          """)
  void aWishForAPersonCannotBeSwitchedOffDelayedOrAskedAbout(String tampered, String message) {
    var text = RuleTexts.RAILS.replace("when: human.wish", tampered);
    assertThat(problems(text))
        .singleElement()
        .asString()
        .startsWith("escalation.yml:1: human_wish: ");
    assertThat(problems(text)).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          strikes: 3               | strikes can be lowered, never raised above 2, was 3
          strikes: 2, enabled: false | two strikes cannot be switched off
          strikes: 2, ask: true    | is not asked whether they want to go on
          enabled: true            | reason two_strikes needs strikes: 1 or 2
          """)
  void twoStrikesCannotBeRaisedSwitchedOffOrAskedAbout(String tampered, String message) {
    var text = RuleTexts.RAILS.replace("strikes: 2", tampered);
    assertThat(problems(text)).singleElement().asString().contains("two_strikes: ", message);
  }

  @Test
  void twoStrikesMayBeLoweredButNotNarrowed() {
    assertThat(valid(RuleTexts.RAILS.replace("strikes: 2", "strikes: 1")).rules()).hasSize(2);
    assertThat(problems(RuleTexts.RAILS.replace("\"true\"", "hours.open")))
        .containsExactly("escalation.yml: one rule for two_strikes must always hold (when: true)");
  }

  @Test
  void neitherOfBothMayBeMissing() {
    assertThat(problems("- {id: a, reason: vip, when: 'true', priority: 1}\n"))
        .containsExactly(
            "escalation.yml: the rule for human_wish is missing",
            "escalation.yml: the rule for two_strikes is missing");
  }

  @Test
  void whatIsNoListOrNoYamlIsRefused() throws Exception {
    assertThat(problems("id: human_wish\n"))
        .containsExactly("escalation.yml:1: expected a list of rules");
    assertThat(problems("- id: a\n when: b\n")).singleElement().asString().contains("broken YAML");
    assertThat(problems("")).containsExactly("escalation.yml: is empty");
    Files.write(folder.resolve("latin.yml"), new byte[] {(byte) 0xe4});
    assertThat(told(RuleFile.load(folder.resolve("latin.yml"))))
        .containsExactly("latin.yml: is not UTF-8");
    assertThat(told(RuleFile.load(folder.resolve("nowhere.yml"))))
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  private Rules valid(String text) {
    return ShippedRules.valid(RuleTexts.read(folder, text));
  }

  private List<String> problems(String text) {
    return told(RuleTexts.read(folder, text));
  }

  private static List<String> told(RuleFile.Read read) {
    assertThat(read).isInstanceOf(RuleFile.Read.Broken.class);
    return ((RuleFile.Read.Broken) read).problems().stream().map(Object::toString).toList();
  }
}
