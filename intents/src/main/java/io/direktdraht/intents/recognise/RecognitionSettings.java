package io.direktdraht.intents.recognise;

/// What an operator sets without learning anew: the data that can be found, and the share of our
/// own messages that shall not be taken for strange in cross-validation. A smaller share lets fewer
/// strange messages be answered, and asks back more often.
public record RecognitionSettings(EntityFinder entities, double retention) {
  /// The texts of cross-validation are harder than customers': of the development messages this
  /// keeps 95 %. From 0.92 to 0.97 five of forty strange ones are not rejected, here three.
  public static final double RETENTION = 0.9;

  public RecognitionSettings {
    if (!(retention >= 0.5 && retention <= 1))
      throw new IllegalArgumentException("retention must be from 0.5 to 1, was " + retention);
  }

  public RecognitionSettings(EntityFinder entities) {
    this(entities, RETENTION);
  }
}
