package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.render.Reference;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which parts of our messages reached their contacts lately, as far as this node was told, for
/// lines whose platform keeps no order unless each part is waited for.
final class Reached {
  private static final int REMEMBERED = 10_000;
  private final Map<String, Boolean> parts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void note(Reference part) {
    parts.put(part.text(), true);
    notifyAll();
  }

  /// Waits until it did, and no longer than that.
  synchronized void await(Reference part, Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); left > 0 && !parts.containsKey(part.text()); ) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
      left = until - System.nanoTime();
    }
  }
}
