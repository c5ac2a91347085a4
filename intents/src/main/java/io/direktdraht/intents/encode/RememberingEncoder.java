package io.direktdraht.intents.encode;

import io.direktdraht.intents.learn.Sentence;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps on disk where the encoder put the sentences of the last training, so that a changed
/// catalogue costs only its new sentences. A file that is missing, torn or of another encoder, or
/// that cannot be kept, only costs time.
public final class RememberingEncoder implements Encoder {
  private static final System.Logger LOG = System.getLogger(RememberingEncoder.class.getName());
  private static final int BUFFER = 1 << 20;
  private final Encoder encoder;
  private final List<Path> files;

  /// New points go to the first file; the others are only read.
  public RememberingEncoder(Encoder encoder, List<Path> files) {
    this.encoder = encoder;
    this.files = List.copyOf(files);
  }

  @Override
  public String name() {
    return encoder.name();
  }

  @Override
  public int dimensions() {
    return encoder.dimensions();
  }

  @Override
  public float[] encode(Sentence sentence) {
    return encoder.encode(sentence);
  }

  @Override
  public List<float[]> encodeAll(List<Sentence> sentences) {
    var known = new HashMap<String, float[]>();
    files.forEach(file -> read(file, known));
    var missing = sentences.stream().filter(one -> !known.containsKey(key(one))).toList();
    var found = encoder.encodeAll(missing);
    for (int i = 0; i < missing.size(); i++) known.put(key(missing.get(i)), found.get(i));
    var points = sentences.stream().map(one -> known.getOrDefault(key(one), UNKNOWN)).toList();
    if (found.stream().anyMatch(point -> point.length > 0)) write(sentences, points);
    return points;
  }

  private static String key(Sentence sentence) {
    return sentence.language().code() + ' ' + sentence.text();
  }

  private void read(Path file, Map<String, float[]> known) {
    if (!Files.exists(file)) return;
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      if (!in.readUTF().equals(name()) || in.readInt() != dimensions()) return;
      while (true) {
        var key = in.readUTF();
        var point = new float[in.readInt()];
        for (int i = 0; i < point.length; i++) point[i] = in.readFloat();
        known.putIfAbsent(key, point);
      }
    } catch (EOFException end) {
      LOG.log(System.Logger.Level.DEBUG, "{0} points known", known.size());
    } catch (IOException broken) {
      LOG.log(System.Logger.Level.WARNING, "points of the encoder cannot be read: " + file, broken);
    }
  }

  /// Whole or not at all. Only what this training needs is kept.
  private void write(List<Sentence> sentences, List<float[]> points) {
    var file = files.getFirst().toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      var part = Files.createTempFile(file.getParent(), "points", ".part");
      try {
        write(part, sentences, points);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException full) {
      LOG.log(System.Logger.Level.WARNING, "points of the encoder cannot be kept: " + file, full);
    }
  }

  private void write(Path part, List<Sentence> sentences, List<float[]> points) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER))) {
      out.writeUTF(name());
      out.writeInt(dimensions());
      for (int i = 0; i < points.size(); i++) {
        if (points.get(i).length == 0) continue;
        out.writeUTF(key(sentences.get(i)));
        out.writeInt(points.get(i).length);
        for (float one : points.get(i)) out.writeFloat(one);
      }
    }
  }
}
