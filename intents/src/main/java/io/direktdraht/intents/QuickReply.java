package io.direktdraht.intents;

/// A button under an answer, and the text that is sent when it is pressed.
public record QuickReply(String title, String payload) {}
