package io.direktdraht.intents;

/// Marks an intent that goes to a person, and why.
public record Escalate(String reason) {}
