package io.direktdraht.intents.evaluate;

/// How many of how many.
public record Share(int n, int hits) {
  public static final Share NOTHING = new Share(0, 0);

  public double rate() {
    return n == 0 ? 0 : (double) hits / n;
  }

  Share plus(boolean hit) {
    return new Share(n + 1, hits + (hit ? 1 : 0));
  }

  Share plus(Share other) {
    return new Share(n + other.n, hits + other.hits);
  }
}
