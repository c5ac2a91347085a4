package io.direktdraht.intents.encode;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Grams;
import io.direktdraht.intents.learn.Sentence;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Makes a student from a file of German–English pairs: tab separated `de en source`, no header.
/// The same file always gives the same student.
public final class StudentTraining {
  /// Pairs of shops and chats are rare among everyday sentences and close to what customers write.
  private static final int SHOP_COUNTS = 3;

  private static final String EVERYDAY = "tatoeba";
  private final Encoder teacher;
  private final Distillation.Settings settings;

  /// One sentence in two languages, and where it comes from.
  record Pair(String german, String english, String source) {}

  /// What was learnt from: how many pairs, and the SHA-256 of the file.
  public record Provenance(int pairs, String hash, String teacher) {}

  public StudentTraining(Encoder teacher, Distillation.Settings settings) {
    this.teacher = teacher;
    this.settings = settings;
  }

  /// Writes the student. Throws {@link IllegalArgumentException} naming the first broken line.
  public Provenance learn(Path pairs, Path student) throws IOException {
    var bytes = Files.readAllBytes(pairs);
    var all = read(pairs);
    var points =
        teacher.encodeAll(
            all.stream().map(pair -> Sentence.of(pair.english(), Language.EN)).toList());
    var projection = Projection.of(points.toArray(float[][]::new), settings.dimensions());
    var texts = new ArrayList<Grams>();
    var targets = new ArrayList<float[]>();
    for (int i = 0; i < all.size(); i++) {
      var grams = Grams.of(all.get(i).german());
      var target = projection.project(points.get(i));
      int times = all.get(i).source().startsWith(EVERYDAY) ? 1 : SHOP_COUNTS;
      for (int time = 0; time < times; time++) {
        texts.add(grams);
        targets.add(target);
      }
    }
    var learnt = new Distillation(settings, texts, targets.toArray(float[][]::new)).learn();
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(student)))) {
      learnt.write(out);
    }
    return new Provenance(all.size(), sha256(bytes), teacher.name());
  }

  private static List<Pair> read(Path file) throws IOException {
    var pairs = new ArrayList<Pair>();
    var lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      var columns = lines.get(i).split("\t", -1);
      if (columns.length != 3 || columns[0].isBlank() || columns[1].isBlank())
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": expected German, English and source, parted by tabs");
      pairs.add(new Pair(columns[0], columns[1], columns[2]));
    }
    if (pairs.isEmpty()) throw new IllegalArgumentException(file + " holds no pairs");
    return pairs;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
