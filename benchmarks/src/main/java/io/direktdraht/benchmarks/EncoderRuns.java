package io.direktdraht.benchmarks;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.encode.OnnxEncoder;
import io.direktdraht.intents.learn.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// What it brings that messages which arrive together share a run of the encoder: messages a second
/// and how long one takes, for one sender and for many, each alone and sharing.
public final class EncoderRuns {
  private static final int MESSAGES = 1_500;
  private static final int ROUNDS = 3;

  private EncoderRuns() {}

  public static void main(String[] arguments) {
    var sentences = sentences();
    try (var encoder = OnnxEncoder.english()) {
      for (int round = 1; round <= ROUNDS; round++)
        for (int senders : new int[] {1, 2, 4, 16, 64}) {
          measure("alone", senders, sentences, one -> encoder.encodeAll(List.of(one)).getFirst());
          measure("sharing", senders, sentences, encoder::encode);
        }
    }
  }

  @FunctionalInterface
  private interface Encoding {
    float[] encode(Sentence sentence);
  }

  private static void measure(
      String how, int senders, List<Sentence> sentences, Encoding encoding) {
    var next = new AtomicInteger();
    var micros = new long[MESSAGES];
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int sender = 0; sender < senders; sender++)
        threads.execute(() -> {
          for (int i = next.getAndIncrement(); i < MESSAGES; i = next.getAndIncrement()) {
            long before = System.nanoTime();
            if (encoding.encode(sentences.get(i % sentences.size())).length == 0)
              throw new IllegalStateException("not encoded");
            micros[i] = (System.nanoTime() - before) / 1_000;
          }
        });
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Arrays.sort(micros);
    System.out.printf(
        "%-8s %3d senders: %6.0f messages/s, p50 %6.1f ms, p99 %6.1f ms%n",
        how,
        senders,
        MESSAGES / seconds,
        micros[MESSAGES / 2] / 1e3,
        micros[MESSAGES * 99 / 100] / 1e3);
  }

  private static List<Sentence> sentences() {
    return switch (CatalogueFiles.bundled()) {
      case Loaded.Valid(var catalogue) ->
          catalogue.intents().values().stream()
              .flatMap(intent -> intent.examples(Language.EN).stream().limit(20))
              .map(text -> Sentence.of(text, Language.EN))
              .toList();
      case Loaded.Broken(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }
}
