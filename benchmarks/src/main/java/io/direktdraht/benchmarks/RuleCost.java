package io.direktdraht.benchmarks;

import io.direktdraht.bot.escalation.Fact;
import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.bot.escalation.RuleFile;
import io.direktdraht.bot.escalation.Rules;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;

/// What the shipped rules of escalation cost: once to read and compile them, and in each calm turn,
/// where every rule is asked and none holds.
public final class RuleCost {
  private static final int TURNS = 20_000;
  private static final int ROUNDS = 8;

  private RuleCost() {}

  public static void main(String[] arguments) {
    long before = cpu();
    var rules =
        switch (RuleFile.bundled()) {
          case RuleFile.Read.Valid(var valid) -> valid;
          case RuleFile.Read.Broken(var problems) ->
              throw new IllegalStateException(problems.toString());
        };
    System.out.printf(
        "%d rules read and compiled in %d ms of CPU%n",
        rules.rules().size(), (cpu() - before) / 1_000_000);
    var facts = calm();
    for (int round = 1; round <= ROUNDS; round++)
      System.out.printf("round %d: %.1f µs of CPU per turn%n", round, turns(rules, facts));
  }

  private static double turns(Rules rules, Facts facts) {
    long before = cpu();
    for (int i = 0; i < TURNS; i++)
      if (rules.first(facts, rule -> rule.strikes() == 0, (_, _, _) -> {}).isPresent())
        throw new IllegalStateException("a calm turn let go");
    return (cpu() - before) / 1e3 / TURNS;
  }

  private static Facts calm() {
    Map<Fact, Object> facts = new EnumMap<>(Fact.class);
    for (var fact : Fact.values()) facts.put(fact, fact.unknown());
    facts.put(Fact.INTENT, "order_status");
    facts.put(Fact.EMOTION_STRENGTH, 0.1);
    return fact -> facts.getOrDefault(fact, fact.unknown());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
