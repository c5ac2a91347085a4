package io.direktdraht.intents.learn;

import io.direktdraht.intents.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns sentences into vectors: the grams of a training set, and the points of the encoders.
public final class Features {
  /// How much a point counts beside the grams, whose vector has length one per kind. From 1 to 1.5
  /// nearly alike; German labels left out of training are noticed best at 1.
  private static final float WEIGHT = 1;

  /// The same where grams tell little: by cross-validation on two English sets of ten examples
  /// each, from 4 to 7 alike.
  private static final float WEIGHT_AMONG_FEW = 6;

  private final GramBlock words;
  private final GramBlock characters;
  private final List<Encoder> encoders;
  private final float weight;

  private Features(GramBlock words, GramBlock characters, List<Encoder> encoders, float weight) {
    this.words = words;
    this.characters = characters;
    this.encoders = List.copyOf(encoders);
    this.weight = weight;
  }

  /// Knows every word of the texts, and every run of characters that occurs in two of them.
  public static Features of(List<Sentence> texts, List<Encoder> encoders) {
    return of(texts, encoders, WEIGHT);
  }

  /// The same where few texts tell little of grams, so that the encoders count more.
  public static Features ofFew(List<Sentence> texts, List<Encoder> encoders) {
    return of(texts, encoders, WEIGHT_AMONG_FEW);
  }

  private static Features of(List<Sentence> texts, List<Encoder> encoders, float weight) {
    var grams = texts.stream().map(Sentence::grams).toList();
    return new Features(
        GramBlock.of(grams.stream().map(Grams::words).toList(), 1),
        GramBlock.of(grams.stream().map(Grams::characters).toList(), 2),
        encoders,
        weight);
  }

  public FeatureVector of(Sentence sentence) {
    var points = new float[encoders.size()][];
    for (int i = 0; i < points.length; i++) points[i] = weighed(encoders.get(i).encode(sentence));
    return new FeatureVector(grams(sentence), points);
  }

  /// In order; encoders see all sentences at once, which costs them less.
  public List<FeatureVector> of(List<Sentence> sentences) {
    var points = encoders.stream().map(encoder -> encoder.encodeAll(sentences)).toList();
    var grams = sentences.parallelStream().map(this::grams).toList();
    var vectors = new ArrayList<FeatureVector>();
    for (int i = 0; i < sentences.size(); i++) {
      var dense = new float[encoders.size()][];
      for (int part = 0; part < dense.length; part++)
        dense[part] = weighed(points.get(part).get(i));
      vectors.add(new FeatureVector(grams.get(i), dense));
    }
    return vectors;
  }

  /// As if no encoder knew the language.
  public FeatureVector ofGrams(Sentence sentence) {
    var points = new float[encoders.size()][];
    Arrays.fill(points, Encoder.UNKNOWN);
    return new FeatureVector(grams(sentence), points);
  }

  SupportVectors.Shape shape() {
    return new SupportVectors.Shape(
        words.size() + characters.size(),
        encoders.stream().mapToInt(Encoder::dimensions).toArray());
  }

  public void write(DataOutput out) throws IOException {
    words.write(out);
    characters.write(out);
  }

  public static Features read(DataInput in, List<Encoder> encoders) throws IOException {
    return new Features(GramBlock.read(in), GramBlock.read(in), encoders, WEIGHT);
  }

  private SparseVector grams(Sentence sentence) {
    return words
        .vector(sentence.grams().words())
        .then(characters.vector(sentence.grams().characters()), words.size());
  }

  private float[] weighed(float[] point) {
    var result = new float[point.length];
    for (int i = 0; i < result.length; i++) result[i] = weight * point[i];
    return result;
  }
}
