package io.direktdraht.bot.escalation;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/// A condition, compiled, and the facts that it names.
record Condition(CelRuntime.Program program, Map<String, Fact> names) {
  Condition {
    names = Map.copyOf(names);
  }

  boolean holds(Facts facts) throws CelEvaluationException {
    return Boolean.TRUE.equals(
        program.eval(name -> Optional.ofNullable(names.get(name)).map(facts::value)));
  }
}
