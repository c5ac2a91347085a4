package io.direktdraht.conversation.log;

import java.util.stream.Stream;

/// A page of a log that is read from its end: `size` places after this one. Each is twice as long
/// as the one before it, up to `MOST`.
record Backwards(long after, int size) {
  private static final int FIRST = 4;
  private static final int MOST = 128;

  static Stream<Backwards> pages(long last) {
    return Stream.iterate(
        ending(last, FIRST), page -> page.size > 0, page -> ending(page.after, 2 * page.size));
  }

  private static Backwards ending(long last, int most) {
    int size = (int) Math.min(last, Math.min(most, MOST));
    return new Backwards(last - size, size);
  }
}
