package io.direktdraht.intents.encode;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.direktdraht.intents.learn.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any embedding model of LangChain4j as an encoder, for all languages.
public final class ModelEncoder implements Encoder {
  private final String name;
  private final EmbeddingModel model;
  private final int dimensions;

  /// The name must change with the model: what was learnt with another one is no longer valid.
  public ModelEncoder(String name, EmbeddingModel model) {
    this.name = name;
    this.model = model;
    this.dimensions = model.dimension();
  }

  /// An ONNX encoder of the operator's, from a folder with `model.onnx` and `tokenizer.json`: the
  /// mean of its token states. Throws {@link IllegalArgumentException} naming a file that is
  /// missing.
  public static ModelEncoder folder(Path folder) {
    var model = file(folder, "model.onnx");
    var tokenizer = file(folder, "tokenizer.json");
    return new ModelEncoder(
        folder.toAbsolutePath().toString(),
        new OnnxEmbeddingModel(model, tokenizer, PoolingMode.MEAN));
  }

  private static Path file(Path folder, String name) {
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file))
      throw new IllegalArgumentException("no encoder in " + folder + ": " + name + " is missing");
    return file;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public float[] encode(Sentence sentence) {
    return sentence.text().isBlank()
        ? UNKNOWN
        : Encoder.unit(model.embed(sentence.text()).content().vector());
  }
}
