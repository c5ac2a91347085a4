package io.direktdraht.conversation.line;

class MemoryKeptLinesTest implements KeptLinesContract {
  private final KeptLines lines = new MemoryKeptLines();

  @Override
  public KeptLines keptLines() {
    return lines;
  }
}
