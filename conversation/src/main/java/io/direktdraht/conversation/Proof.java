package io.direktdraht.conversation;

/// Why two addresses are believed to be one customer's. Never because they look alike.
public enum Proof {
  /// A secret that we gave to one of them came back from the other.
  CODE,
  /// The shop vouches for who is signed in.
  SHOP,
  /// Their platform itself names both as one.
  PLATFORM,
  /// The customer named it, for an answer.
  NAMED,
  /// An agent decided it.
  AGENT
}
