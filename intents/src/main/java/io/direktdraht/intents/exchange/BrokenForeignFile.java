package io.direktdraht.intents.exchange;

import java.nio.file.Path;

/// A file of another tool that cannot be read, with the line that is wrong; line 0 is the whole
/// file.
public final class BrokenForeignFile extends Exception {
  public BrokenForeignFile(Path file, int line, String message) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + message);
  }
}
