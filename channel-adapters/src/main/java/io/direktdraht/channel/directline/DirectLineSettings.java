package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Line;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One Direct Line. `secret` is what the shop's server gets tokens with; `origins` are the pages
/// that may connect besides our own; `name` is what customers see as the bot's. Null: the default
/// of `name`, `tokenLife`, `longestText` (in characters), `perMinute` and `burst` (messages of one
/// conversation).
public record DirectLineSettings(
    Line.Id line,
    String secret,
    @Nullable List<String> origins,
    @Nullable String name,
    @Nullable Duration tokenLife,
    @Nullable Integer longestText,
    @Nullable Integer perMinute,
    @Nullable Integer burst) {
  public static final String CHANNEL = "directline";
  private static final int SHORTEST_SECRET = 32;

  /// DirectLineJS renews its token every 15 minutes.
  private static final Duration SHORTEST_LIFE = Duration.ofMinutes(16);

  public DirectLineSettings {
    if (line == null)
      throw new IllegalArgumentException("directline: every line needs a line (name)");
    if (secret == null || secret.length() < SHORTEST_SECRET)
      throw new IllegalArgumentException(
          "directline " + line + ": secret needs at least " + SHORTEST_SECRET + " characters");
    origins = origins == null ? List.of() : List.copyOf(origins);
    name = name == null ? "Bot" : name;
    tokenLife = tokenLife == null ? Duration.ofMinutes(30) : tokenLife;
    longestText = longestText == null ? 8000 : longestText;
    perMinute = perMinute == null ? 30 : perMinute;
    burst = burst == null ? 15 : burst;
    if (tokenLife.compareTo(SHORTEST_LIFE) < 0 || tokenLife.compareTo(Duration.ofDays(1)) > 0)
      throw new IllegalArgumentException(
          "directline " + line + ": token-life must be 16m to 24h, was " + tokenLife);
    if (longestText < 1 || longestText > 20_000)
      throw new IllegalArgumentException(
          "directline " + line + ": longest-text must be 1 to 20000, was " + longestText);
    if (perMinute < 1 || burst < 1)
      throw new IllegalArgumentException(
          "directline " + line + ": per-minute and burst must be at least 1");
  }

  public Line asLine() {
    return new Line(line, CHANNEL, false);
  }

  @Override
  public String toString() {
    return "DirectLineSettings[line=" + line + ", secret=***]";
  }
}
