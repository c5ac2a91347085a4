package io.direktdraht.intents.recognise;

import java.util.List;

/// The likeliest feeling, the probability that the message is not calm, and the words that say so,
/// verbatim.
public record Emotion(Feeling feeling, double strength, List<String> words) {
  public static final Emotion NONE = new Emotion(Feeling.CALM, 0, List.of());

  /// From here on a person should take over: the feeling is likelier than calm, where a cry for
  /// help that is missed counts more than a needless look.
  public static final double STRONG = 0.5;

  public Emotion {
    if (strength < 0 || strength > 1)
      throw new IllegalArgumentException("strength must be from 0 to 1, was " + strength);
    words = List.copyOf(words);
  }

  public boolean strong() {
    return strength >= STRONG;
  }
}
