package io.direktdraht.intents.recognise;

/// What an operator sets without learning anew: the data that can be found, and the share of our
/// own messages that shall not be taken for strange in cross-validation. A smaller share lets fewer
/// strange messages be answered, and asks back more often.
public record RecognitionSettings(EntityFinder entities, double retention) {
  /// The texts of cross-validation are harder than customers': of messages that were held out this
  /// keeps 98 % and rejects 90 to 96 % of strange ones. At 0.9 it rejects 95 to 98 %, but what is
  /// ours then counts as a failed turn more often, and a conversation is handed over needlessly.
  public static final double RETENTION = 0.95;

  public RecognitionSettings {
    if (!(retention >= 0.5 && retention <= 1))
      throw new IllegalArgumentException("retention must be from 0.5 to 1, was " + retention);
  }

  public RecognitionSettings(EntityFinder entities) {
    this(entities, RETENTION);
  }
}
