package io.direktdraht.bot.escalation;

import dev.cel.runtime.CelEvaluationException;
import io.direktdraht.conversation.Escalation.Evidence;
import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The rules of escalation, compiled, most urgent first, named by the hash of their file.
public final class Rules {
  private static final int LONGEST_VALUE = 200;

  private final String version;
  private final List<Ready> ready;

  /// A rule that can be asked.
  record Ready(Rule rule, Condition condition) {}

  /// The rule that holds, the facts that its condition names, and their values.
  public record Match(Rule rule, Set<Fact> names, Evidence evidence) {
    public Match {
      names = Set.copyOf(names);
    }
  }

  /// Hears of a rule that could not be evaluated and therefore did not hold.
  @FunctionalInterface
  public interface Trouble {
    void failed(String version, String rule, Exception why);
  }

  Rules(String version, List<Ready> ready) {
    this.version = version;
    this.ready =
        ready.stream()
            .filter(one -> one.rule().enabled())
            .sorted(
                Comparator.comparingInt((Ready one) -> one.rule().needs().priority()).reversed())
            .toList();
  }

  public String version() {
    return version;
  }

  public List<Rule> rules() {
    return ready.stream().map(Ready::rule).toList();
  }

  /// The first of the admitted rules that holds. What cannot be evaluated does not hold: no mistake
  /// in a rule may cost a contact the answer.
  public Optional<Match> first(Facts facts, Predicate<Rule> admitted, Trouble trouble) {
    for (var one : ready)
      if (admitted.test(one.rule()) && holds(one, facts, trouble))
        return Optional.of(match(one, facts));
    return Optional.empty();
  }

  /// What this rule says to the contact instead of its reason's phrase.
  public Optional<String> words(String rule, Language language, Formality formality) {
    return ready.stream()
        .map(Ready::rule)
        .filter(one -> one.id().equals(rule))
        .findFirst()
        .flatMap(one -> one.words(language, formality));
  }

  private boolean holds(Ready one, Facts facts, Trouble trouble) {
    try {
      return one.condition().holds(facts);
    } catch (CelEvaluationException | RuntimeException failed) {
      trouble.failed(version, one.rule().id(), failed);
      return false;
    }
  }

  private Match match(Ready one, Facts facts) {
    var names = Set.copyOf(one.condition().names().values());
    Map<String, String> values = new HashMap<>();
    for (var fact : names) values.put(fact.label(), value(facts, fact));
    return new Match(one.rule(), names, new Evidence(version, values));
  }

  /// A fact behind an `||` that was not needed may be the one that cannot be known.
  private static String value(Facts facts, Fact fact) {
    try {
      return written(facts.value(fact));
    } catch (RuntimeException unknown) {
      return "?";
    }
  }

  private static String written(Object value) {
    var text =
        value instanceof Double number
            ? String.format(Locale.ROOT, "%.2f", number)
            : value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
