package io.direktdraht.intents.recognise;

import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.Features;
import io.direktdraht.intents.text.LanguageDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All that was learnt for one catalogue version.
record Model(
    String catalogueVersion,
    Features features,
    Classifier intents,
    Classifier humanWish,
    Classifier emotion,
    Classifier gravity,
    Classifier reaction,
    LanguageDetector languages,
    Set<String> knownWords) {
  Model {
    knownWords = Set.copyOf(knownWords);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(catalogueVersion);
    features.write(out);
    for (var classifier : List.of(intents, humanWish, emotion, gravity, reaction))
      classifier.write(out);
    languages.write(out);
    out.writeInt(knownWords.size());
    for (var word : knownWords) out.writeUTF(word);
  }

  static Model read(DataInput in, List<Encoder> encoders) throws IOException {
    return new Model(
        in.readUTF(),
        Features.read(in, encoders),
        Classifier.read(in),
        Classifier.read(in),
        Classifier.read(in),
        Classifier.read(in),
        Classifier.read(in),
        LanguageDetector.read(in),
        words(in));
  }

  private static Set<String> words(DataInput in) throws IOException {
    var words = new HashSet<String>();
    for (int left = in.readInt(); left > 0; left--) words.add(in.readUTF());
    return words;
  }
}
