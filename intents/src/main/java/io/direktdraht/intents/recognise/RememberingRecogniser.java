package io.direktdraht.intents.recognise;

import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers what short messages meant, so that the hundredth "wo ist mein Paket" costs nothing.
/// Messages that name something, such as an address or "tomorrow", are understood anew each time.
public final class RememberingRecogniser implements Recogniser {
  private static final int MOST = 4_000;
  private static final int LONGEST = 80;
  private final Recogniser recogniser;
  private final Map<String, Understanding> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Understanding> eldest) {
          return size() > MOST;
        }
      };

  public RememberingRecogniser(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  @Override
  public Understanding understand(String text) {
    if (text.length() > LONGEST) return recogniser.understand(text);
    synchronized (known) {
      var before = known.get(text);
      if (before != null) return before;
    }
    var understanding = recogniser.understand(text);
    if (understanding.entities().isEmpty())
      synchronized (known) {
        known.put(text, understanding);
      }
    return understanding;
  }

  /// Nothing of what anybody wrote is left here, as an erasure demands.
  public void forget() {
    synchronized (known) {
      known.clear();
    }
  }

  @Override
  public String catalogueVersion() {
    return recogniser.catalogueVersion();
  }
}
