package io.direktdraht.conversation.template;

/// A template that is approved and cannot be sent from here.
public record Unusable(String name, String language, Why why) {
  /// What we cannot give it, or may not.
  public enum Why {
    /// A place on the map in its head.
    LOCATION,
    /// It carries codes to sign in, which no agent gives.
    SIGN_IN,
    /// Cards side by side.
    CAROUSEL,
    /// A form that opens inside the messenger.
    FLOW,
    /// Products of a catalogue.
    PRODUCTS,
    /// An offer that ends at a time.
    OFFER,
    /// Its variables cannot be told apart, or stand where none can be given.
    VARIABLES,
    /// It needs a file, and the platform cannot fetch files from us: `files.url`.
    ADDRESS,
    OTHER
  }
}
