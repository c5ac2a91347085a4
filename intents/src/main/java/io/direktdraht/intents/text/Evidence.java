package io.direktdraht.intents.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much each gram speaks for each of several languages. A gram that a language does not know
/// speaks neither for nor against it, so that a language of which a hundred words are known can be
/// weighed against one of which all are.
final class Evidence {
  /// How often a gram occurs in a language that says nothing about it. Of 1e-4, 3e-4 and 1e-3 the
  /// one that told most languages apart.
  private static final double ANYWHERE = 3e-4;

  private final int languages;
  private final Map<String, float[]> byGram = new HashMap<>();

  Evidence(List<Profile> profiles) {
    languages = profiles.size();
    for (int i = 0; i < languages; i++) {
      var profile = profiles.get(i);
      for (var gram : profile.counts().keySet())
        byGram.computeIfAbsent(gram, _ -> new float[languages])[i] =
            (float) Math.log1p(profile.share(gram) / ANYWHERE);
    }
  }

  /// By language, in the order of the profiles.
  float[] of(String word) {
    var sums = new float[languages];
    for (var gram : Profile.grams(word)) {
      var evidence = byGram.get(gram);
      if (evidence != null) for (int i = 0; i < languages; i++) sums[i] += evidence[i];
    }
    return sums;
  }
}
