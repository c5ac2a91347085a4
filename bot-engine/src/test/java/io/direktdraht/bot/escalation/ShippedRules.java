package io.direktdraht.bot.escalation;

/// The rules that ship with the product, and others from text.
public final class ShippedRules {
  private static final Rules SHIPPED = valid(RuleFile.bundled());

  private ShippedRules() {}

  public static Rules get() {
    return SHIPPED;
  }

  public static Rules valid(RuleFile.Read read) {
    return switch (read) {
      case RuleFile.Read.Valid(var rules) -> rules;
      case RuleFile.Read.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
