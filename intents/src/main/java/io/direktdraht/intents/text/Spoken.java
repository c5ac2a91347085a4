package io.direktdraht.intents.text;

/// What a message is written in, whatever language it is answered in. Of too few words to tell, the
/// likelier of the bot's own languages.
public enum Spoken {
  DE,
  EN,
  /// Neither German nor English.
  OTHER,
  /// A part in one language and a part in another, each long enough to tell.
  MIXED
}
