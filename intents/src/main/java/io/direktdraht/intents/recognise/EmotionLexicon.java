package io.direktdraht.intents.recognise;

import io.direktdraht.intents.text.NormalText;
import io.direktdraht.intents.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Word stems that carry a feeling or a danger; they only strengthen what the classifier hears,
/// because word lists alone mistake "todschick" for grief.
final class EmotionLexicon {
  private static final List<String> ANGER =
      stems(
          "scheiß scheiss verarsch unverschämt frechheit stinksauer wütend wut kotz fick arsch"
              + " saftladen drecks sauladen betrüg abzock unfähig lächerlich zumutung schnauze"
              + " unfassbar bodenlos saustall hässig fuck shit bullshit bloody disgrace pathetic"
              + " furious livid fuming outrage ridiculous useless idiot moron scam crap bastard"
              + " disgusting appalling unacceptable");
  private static final List<String> DISTRESS =
      stems(
          "verzweifel panik weine heule flehe verstorben gestorben beerdigung krankenhaus"
              + " überfordert suizid umbringen zittere desperate panick crying funeral hospital"
              + " devastated overwhelmed suicid begging heartbroken frightened terrified hacked"
              + " gehackt passed tears");
  private static final List<String> THREAT =
      stems(
          "anwalt rechtsanwalt anwältin awalt verbraucherzentrale verbraucherschutz strafanzeige"
              + " mahnbescheid gericht verklag schadensersatz rechtsschutz stromschlag explodiert"
              + " verletzt blutet gasgeruch qualm lawyer solicitor attorney sue lawsuit court"
              + " ombudsman trustpilot chargeback exploded injured bleeding electrocuted"
              + " compensation standards polizei");
  private static final Set<String> NEGATIONS =
      Set.copyOf(stems("nicht kein keine keinen nie ohne no not never without dont isnt"));

  private EmotionLexicon() {}

  /// Hits per feeling, as they were written.
  record Hits(List<String> anger, List<String> distress, List<String> threat) {
    List<String> all() {
      var all = new ArrayList<String>(anger);
      all.addAll(distress);
      all.addAll(threat);
      return all;
    }
  }

  static Hits in(Words words) {
    return new Hits(hits(words, ANGER), hits(words, DISTRESS), hits(words, THREAT));
  }

  private static List<String> stems(String words) {
    return List.of(NormalText.fold(words).split(" "));
  }

  private static List<String> hits(Words words, List<String> stems) {
    var hits = new ArrayList<String>();
    for (int i = 0; i < words.all().size(); i++) {
      var word = words.all().get(i).folded();
      boolean negated = i > 0 && NEGATIONS.contains(words.all().get(i - 1).folded());
      if (!negated && stems.stream().anyMatch(stem -> fits(word, stem))) {
        hits.add(words.verbatim(i, i));
      }
    }
    return hits;
  }

  /// Short stems must be the whole word: "sue" is not "suede".
  private static boolean fits(String word, String stem) {
    return stem.length() < 5 ? word.equals(stem) : word.startsWith(stem);
  }
}
