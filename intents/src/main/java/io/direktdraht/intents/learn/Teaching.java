package io.direktdraht.intents.learn;

/// A way to find planes between labels.
interface Teaching {
  Planes planes();

  /// What would have been learnt from these examples alone.
  Planes planesOf(int[] seen);
}
