package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Labelled messages that ship with the recogniser, beside the catalogue: what is none of ours, who
/// wishes a person, who is upset, what is too big for a bot, and what is said about an answer.
record TrainingData(
    List<Sample> background,
    List<Sample> humanWish,
    List<Sample> emotion,
    List<Sample> gravity,
    List<Sample> reaction) {
  TrainingData {
    background = List.copyOf(background);
    humanWish = List.copyOf(humanWish);
    emotion = List.copyOf(emotion);
    gravity = List.copyOf(gravity);
    reaction = List.copyOf(reaction);
  }

  static TrainingData shipped() {
    return new TrainingData(
        read("background"), read("human-wish"), read("emotion"), read("gravity"), read("reaction"));
  }

  List<Sample> all() {
    var all = new ArrayList<>(background);
    all.addAll(humanWish);
    all.addAll(emotion);
    all.addAll(gravity);
    all.addAll(reaction);
    return all;
  }

  private static List<Sample> read(String folder) {
    var samples = new ArrayList<Sample>();
    for (var language : Language.values()) {
      var file = folder + "/" + language.code() + ".tsv";
      for (var line : text(file).lines().skip(1).toList()) {
        int tab = line.indexOf('\t');
        if (tab < 0) throw new IllegalStateException(file + " has a line without a tab: " + line);
        samples.add(new Sample(language, line.substring(tab + 1), line.substring(0, tab)));
      }
    }
    return samples;
  }

  private static String text(String file) {
    try (var in = TrainingData.class.getResourceAsStream("/training/" + file)) {
      if (in == null) throw new IllegalStateException(file + " is missing from this jar");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
