package io.direktdraht.intents.evaluate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A UTF-8 file with one thing a line, read from front to end as often as wanted and never held as
/// a whole. `header` is what the first line must be, or null where there is none.
public record LineFile<T>(Path path, @Nullable String header, Parsing<T> parsing) {
  private static final int BUFFER = 1 << 16;

  /// Makes something of a line.
  public interface Parsing<T> {
    T parse(String line) throws BadLine;
  }

  /// A line that cannot be used, and why.
  public static final class BadLine extends Exception {
    public BadLine(String message) {
      super(message);
    }
  }

  /// How many there are, all of them well-formed.
  public int count() throws BrokenEvaluationFile {
    var count = new int[1];
    each(_ -> count[0]++);
    return count[0];
  }

  public List<T> all() throws BrokenEvaluationFile {
    var all = new ArrayList<T>();
    each(all::add);
    return all;
  }

  /// Hands them over one by one; a file without any is broken.
  public void each(Consumer<? super T> taker) throws BrokenEvaluationFile {
    int number = 0;
    int first = header == null ? 1 : 2;
    try (var in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      for (var bytes = line(in); bytes != null; bytes = line(in)) {
        number++;
        var text = text(bytes, number);
        if (number < first) expectHeader(text);
        else taker.accept(parsed(text, number));
      }
    } catch (NoSuchFileException e) {
      throw new BrokenEvaluationFile(path, 0, "does not exist");
    } catch (IOException e) {
      throw new BrokenEvaluationFile(path, 0, "cannot be read: " + e);
    }
    if (number == 0 && header != null) expectHeader("");
    if (number < first) throw new BrokenEvaluationFile(path, first, "holds no line to evaluate");
  }

  private T parsed(String text, int number) throws BrokenEvaluationFile {
    try {
      return parsing.parse(text);
    } catch (BadLine bad) {
      throw new BrokenEvaluationFile(path, number, String.valueOf(bad.getMessage()));
    }
  }

  private void expectHeader(String first) throws BrokenEvaluationFile {
    if (header != null && !first.equals(header)) {
      var columns = header.replace('\t', ' ');
      throw new BrokenEvaluationFile(path, 1, "expected the header " + columns);
    }
  }

  /// Null at the end. A line ends with a line feed, after a carriage return or not.
  private static byte @Nullable [] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream(128);
    int read = in.read();
    if (read < 0) return null;
    for (; read >= 0 && read != '\n'; read = in.read()) line.write(read);
    return line.toByteArray();
  }

  private String text(byte[] line, int number) throws BrokenEvaluationFile {
    int length = line.length;
    if (length > 0 && line[length - 1] == '\r') length--;
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BrokenEvaluationFile(path, number, "is not UTF-8");
    }
  }
}
