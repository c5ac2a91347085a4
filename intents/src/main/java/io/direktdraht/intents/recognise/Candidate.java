package io.direktdraht.intents.recognise;

/// An intent and the calibrated probability that it is meant.
public record Candidate(String intent, double probability) {}
