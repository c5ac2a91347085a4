package io.direktdraht.conversation.log;

class MemoryCursorsTest implements CursorsContract {
  private final Cursors cursors = new MemoryCursors();

  @Override
  public Cursors cursors() {
    return cursors;
  }
}
