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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A BERT-like sentence encoder of one language in this process: the state above the first token,
/// brought to length one, as BGE wants it (Xiao et al., C-Pack, 2023). A session of its own rather
/// than LangChain4j's, because that one spreads each short sentence over all cores and takes them
/// one by one.
public final class OnnxEncoder implements Encoder, AutoCloseable {
  private static final int LONGEST = 256; // tokens; a message's meaning is said by then
  private static final int TOGETHER = 16;
  private static final int CUT_TOGETHER = 128;

  /// More messages at a time would make the first of them wait too long for the last.
  private static final int SHARED = 8;

  private final String name;
  private final Language language;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final SharedRuns runs =
      new SharedRuns(Runtime.getRuntime().availableProcessors(), SHARED, this::encoded);

  private OnnxEncoder(String name, Language language, byte[] model, InputStream tokenizer)
      throws OrtException, IOException {
    this.name = name;
    this.language = language;
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
  public static OnnxEncoder english() {
    return of("/bge-small-en-v1.5-q", Language.EN);
  }

  /// The German one, which learnt to put a sentence where the English one puts its translation;
  /// `intents/encoder` tells how.
  public static OnnxEncoder german() {
    return of("german", Language.DE);
  }

  private static OnnxEncoder of(String file, Language language) {
    try (var model = resource(file + ".onnx");
        var tokenizer = resource(file + "-tokenizer.json")) {
      var bytes = model.readAllBytes();
      var name = file.replace("/", "") + '-' + Integer.toHexString(Arrays.hashCode(bytes));
      return new OnnxEncoder(name, language, bytes, tokenizer);
    } catch (OrtException e) {
      throw new IllegalStateException("the bundled encoder cannot be loaded: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled encoder cannot be read: " + file, e);
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
  public float[] encode(Sentence sentence) {
    return knows(sentence) ? runs.encode(sentence.text()) : UNKNOWN;
  }

  /// Sentences of as many tokens share a run, so that none is filled up.
  @Override
  public List<float[]> encodeAll(List<Sentence> sentences) {
    var points = new float[sentences.size()][];
    var known = new ArrayList<Integer>();
    for (int i = 0; i < points.length; i++) {
      points[i] = UNKNOWN;
      if (knows(sentences.get(i))) known.add(i);
    }
    known.sort(Comparator.comparingInt(i -> sentences.get(i).text().length()));
    var byLength =
        parts(known, CUT_TOGETHER).parallelStream()
            .flatMap(part -> cut(part, sentences))
            .collect(Collectors.groupingBy(Cut::length));
    byLength.values().stream()
        .flatMap(alike -> parts(alike, TOGETHER).stream())
        .toList()
        .parallelStream()
        .forEach(run -> {
          var encoded = encoded(run.stream().map(Cut::tokens).toList(), run.getFirst().length());
          for (int i = 0; i < run.size(); i++) points[run.get(i).place()] = encoded.get(i);
        });
    return List.of(points);
  }

  /// A sentence's tokens, and which sentence it is.
  private record Cut(int place, Encoding tokens) {
    /// Without what only fills up.
    int length() {
      return (int) LongStream.of(tokens.getAttentionMask()).sum();
    }
  }

  private Stream<Cut> cut(List<Integer> places, List<Sentence> sentences) {
    var tokens = tokenizer.batchEncode(places.stream().map(i -> sentences.get(i).text()).toList());
    return IntStream.range(0, tokens.length).mapToObj(i -> new Cut(places.get(i), tokens[i]));
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    return IntStream.range(0, Math.ceilDiv(all.size(), size))
        .mapToObj(part -> all.subList(part * size, Math.min(all.size(), (part + 1) * size)))
        .toList();
  }

  @Override
  public void close() {
    runs.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder cannot be closed", e);
    }
    tokenizer.close();
  }

  private boolean knows(Sentence sentence) {
    return sentence.language() == language && !sentence.text().isBlank();
  }

  private List<float[]> encoded(List<String> texts) {
    var tokens = List.of(tokenizer.batchEncode(texts));
    return encoded(tokens, tokens.getFirst().getIds().length);
  }

  private List<float[]> encoded(List<Encoding> tokens, int length) {
    try (var ids = tensor(tokens, Encoding::getIds, length);
        var mask = tensor(tokens, Encoding::getAttentionMask, length);
        var types = tensor(tokens, Encoding::getTypeIds, length);
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int perText = states.capacity() / tokens.size();
      var points = new ArrayList<float[]>();
      for (int i = 0; i < tokens.size(); i++) {
        var point = new float[dimensions()];
        states.get(i * perText, point);
        points.add(Encoder.unit(point));
      }
      return points;
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed", e);
    }
  }

  private OnnxTensor tensor(List<Encoding> tokens, Function<Encoding, long[]> part, int length)
      throws OrtException {
    var rows = new long[tokens.size()][];
    for (int i = 0; i < rows.length; i++)
      rows[i] = Arrays.copyOf(part.apply(tokens.get(i)), length);
    return OnnxTensor.createTensor(environment, rows);
  }

  private static InputStream resource(String file) {
    var found = OnnxEncoder.class.getResourceAsStream(file);
    if (found == null) throw new IllegalStateException(file + " is not on the class path");
    return found;
  }
}
