package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Sentences that ship with the detectors: one a line, under headings `## label`.
final class TrainingTexts {
  private TrainingTexts() {}

  static List<Sample> read(String name) {
    var samples = new ArrayList<Sample>();
    for (var language : Language.values()) {
      samples.addAll(read(name, language));
    }
    return samples;
  }

  static List<Sample> read(String name, Language language) {
    var file = name + "." + language.code() + ".txt";
    var samples = new ArrayList<Sample>();
    var label = "";
    for (var line : text(file).lines().toList()) {
      if (line.startsWith("## ")) {
        label = line.substring(3).strip();
      } else if (!line.isBlank()) {
        samples.add(new Sample(line.strip(), label));
      }
    }
    return samples;
  }

  private static String text(String file) {
    try (var in = TrainingTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from this jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
