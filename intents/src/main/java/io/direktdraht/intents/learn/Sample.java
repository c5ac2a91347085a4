package io.direktdraht.intents.learn;

/// A text and what it means.
public record Sample(String text, String label) {}
