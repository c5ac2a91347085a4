package io.direktdraht.bot.escalation;

import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.intents.catalogue.Problem;
import java.util.List;

/// What no file of rules may do: take a person from whoever asks for one, or make anybody fail
/// longer than twice. The bot keeps to it anyway; here an operator is told why.
final class Rails {
  /// A second failed turn in a row hands off in that turn.
  static final int STRIKES = 2;

  private static final String WISH = "human.wish";
  private static final String ALWAYS = "true";

  /// A rule and the line where it begins.
  record Placed(Rule rule, int line) {}

  private Rails() {}

  static void check(String file, List<Placed> rules, List<Problem> problems) {
    for (var placed : rules) {
      var rule = placed.rule();
      var wrong =
          switch (rule.reason()) {
            case HUMAN_WISH -> wish(rule);
            case TWO_STRIKES -> strikes(rule);
            case EMOTION,
                COMPLAINT,
                LEGAL,
                SAFETY,
                COMPLEX,
                VIP,
                ORDER_VALUE,
                REPEATED_CONTACT,
                LANGUAGE,
                BOT_ERROR ->
                rule.strikes() > 0 ? "strikes belong to reason two_strikes" : "";
          };
      if (!wrong.isEmpty())
        problems.add(new Problem(file, placed.line(), rule.id() + ": " + wrong));
    }
    needs(file, rules, Reason.HUMAN_WISH, WISH, problems);
    needs(file, rules, Reason.TWO_STRIKES, ALWAYS, problems);
  }

  private static String wish(Rule rule) {
    if (!rule.enabled()) return "a wish for a person cannot be switched off";
    if (rule.ask()) return "who wishes for a person is not asked whether they do";
    if (rule.strikes() > 0) return "a wish for a person does not wait for failures";
    if (!rule.when().equals(WISH))
      return "a wish for a person cannot be narrowed or delayed: when must be " + WISH;
    return "";
  }

  private static String strikes(Rule rule) {
    if (rule.strikes() == 0) return "reason two_strikes needs strikes: 1 or 2";
    if (rule.strikes() > STRIKES)
      return "strikes can be lowered, never raised above " + STRIKES + ", was " + rule.strikes();
    if (rule.ask()) return "who failed twice is not asked whether they want to go on";
    if (rule.strikes() == STRIKES && !rule.enabled()) return "two strikes cannot be switched off";
    return "";
  }

  private static void needs(
      String file, List<Placed> rules, Reason reason, String when, List<Problem> problems) {
    boolean there =
        rules.stream()
            .map(Placed::rule)
            .anyMatch(
                rule -> rule.reason() == reason && rule.when().equals(when) && rule.enabled());
    if (!there && rules.stream().noneMatch(placed -> placed.rule().reason() == reason))
      problems.add(
          new Problem(file, 0, "the rule for " + RuleReader.label(reason) + " is missing"));
    else if (!there && problems.isEmpty())
      problems.add(
          new Problem(
              file,
              0,
              "one rule for "
                  + RuleReader.label(reason)
                  + " must always hold (when: "
                  + when
                  + ")"));
  }
}
