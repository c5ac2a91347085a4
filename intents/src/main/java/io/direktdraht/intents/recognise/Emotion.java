package io.direktdraht.intents.recognise;

import java.util.List;

/// How strongly a message shows anger, distress or a threat (law, press, safety), each from 0 to 1.
public record Emotion(double anger, double distress, double threat, List<String> words) {
  public static final Emotion NONE = new Emotion(0, 0, 0, List.of());

  /// From here on a person should take over: the feeling is likelier than calm.
  public static final double STRONG = 0.5;

  public Emotion {
    words = List.copyOf(words);
  }

  public boolean strong() {
    return anger >= STRONG || distress >= STRONG || threat >= STRONG;
  }
}
