package io.direktdraht.intents.evaluate;

import java.nio.file.Path;

/// An evaluation file that cannot be used, with the line that is wrong; line 0 is the whole file.
public final class BrokenEvaluationFile extends Exception {
  private final String file;
  private final int line;

  public BrokenEvaluationFile(Path file, int line, String message) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + message);
    this.file = file.toString();
    this.line = line;
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }
}
