package io.direktdraht.bot.escalation;

/// How a contact feels over several turns, from -1 to 0. Half of it is left after each turn, so
/// that two annoyed messages weigh as one that is very much so, and an old one soon nothing. That
/// half-life is the one by which the console lets a mood fade.
public final class Mood {
  private Mood() {}

  /// `strength` is that of the emotion in the newest turn, 0 to 1.
  public static double after(double before, double strength) {
    double mood = Math.max(-1, before / 2 - strength);
    return mood == 0 ? 0 : mood; // -0.0 would be shown as a mood
  }
}
