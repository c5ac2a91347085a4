package io.direktdraht.intents.catalogue;

/// What is wrong in which line of which file; line 0 means the file as a whole.
public record Problem(String file, int line, String message) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
  }
}
