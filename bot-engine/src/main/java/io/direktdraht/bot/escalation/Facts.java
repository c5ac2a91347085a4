package io.direktdraht.bot.escalation;

/// The facts of one turn. A value is asked for only when a condition needs it, so that what is dear
/// to know costs nothing otherwise.
@FunctionalInterface
public interface Facts {
  /// Nothing is known.
  Facts UNKNOWN = Fact::unknown;

  /// Boolean, Long, Double, String, or a map with strings as keys, as the fact's type says.
  Object value(Fact fact);
}
