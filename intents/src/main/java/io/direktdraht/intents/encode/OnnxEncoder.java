package io.direktdraht.intents.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A BERT-like sentence encoder in this process: the state above the first token, brought to length
/// one, as BGE wants it (Xiao et al., C-Pack, 2023). A session of its own rather than
/// LangChain4j's, because that one spreads each short sentence over all cores and takes them one by
/// one.
public final class OnnxEncoder implements Encoder, AutoCloseable {
  private static final int LONGEST = 256; // tokens; a message's meaning is said by then
  private static final int TOGETHER = 8;
  private final String name;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  private OnnxEncoder(String name, byte[] model, InputStream tokenizer)
      throws OrtException, IOException {
    this.name = name;
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model, options);
    }
    this.tokenizer =
        HuggingFaceTokenizer.newInstance(
            tokenizer, Map.of("padding", "true", "truncation", "true", "maxLength", "" + LONGEST));
  }

  /// The English encoder that LangChain4j ships: bge-small-en-v1.5, 8 bit (MIT).
  public static OnnxEncoder bundled() {
    var name = "bge-small-en-v1.5-q";
    try (var model = resource(name + ".onnx");
        var tokenizer = resource(name + "-tokenizer.json")) {
      return new OnnxEncoder(name, model.readAllBytes(), tokenizer);
    } catch (OrtException e) {
      throw new IllegalStateException("the bundled encoder cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled encoder cannot be read", e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return 384;
  }

  @Override
  public float weight() {
    return 1.5f;
  }

  @Override
  public float[] encode(Sentence sentence) {
    return knows(sentence) ? encoded(List.of(sentence.text())).getFirst() : UNKNOWN;
  }

  /// Sentences of like length share a run.
  @Override
  public List<float[]> encodeAll(List<Sentence> sentences) {
    var points = new float[sentences.size()][];
    var known = new ArrayList<Integer>();
    for (int i = 0; i < points.length; i++) {
      points[i] = UNKNOWN;
      if (knows(sentences.get(i))) known.add(i);
    }
    known.sort(Comparator.comparingInt(i -> sentences.get(i).text().length()));
    IntStream.range(0, Math.ceilDiv(known.size(), TOGETHER))
        .parallel()
        .mapToObj(
            run -> known.subList(run * TOGETHER, Math.min(known.size(), (run + 1) * TOGETHER)))
        .forEach(run -> {
          var encoded = encoded(run.stream().map(i -> sentences.get(i).text()).toList());
          for (int i = 0; i < run.size(); i++) points[run.get(i)] = encoded.get(i);
        });
    return List.of(points);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder cannot be closed", e);
    }
    tokenizer.close();
  }

  private static boolean knows(Sentence sentence) {
    return sentence.language() == Language.EN && !sentence.text().isBlank();
  }

  private List<float[]> encoded(List<String> texts) {
    var tokens = tokenizer.batchEncode(texts);
    try (var ids = tensor(tokens, Part.IDS);
        var mask = tensor(tokens, Part.MASK);
        var types = tensor(tokens, Part.TYPES);
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int perText = states.capacity() / texts.size();
      var points = new ArrayList<float[]>();
      for (int i = 0; i < texts.size(); i++) {
        var point = new float[dimensions()];
        states.get(i * perText, point);
        points.add(Student.unit(point));
      }
      return points;
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed", e);
    }
  }

  private enum Part {
    IDS,
    MASK,
    TYPES
  }

  private OnnxTensor tensor(Encoding[] tokens, Part part) throws OrtException {
    var rows = new long[tokens.length][];
    for (int i = 0; i < rows.length; i++)
      rows[i] =
          switch (part) {
            case IDS -> tokens[i].getIds();
            case MASK -> tokens[i].getAttentionMask();
            case TYPES -> tokens[i].getTypeIds();
          };
    return OnnxTensor.createTensor(environment, rows);
  }

  private static InputStream resource(String file) {
    var found = OnnxEncoder.class.getResourceAsStream("/" + file);
    if (found == null) throw new IllegalStateException(file + " is not on the class path");
    return found;
  }
}
