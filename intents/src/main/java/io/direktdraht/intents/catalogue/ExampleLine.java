package io.direktdraht.intents.catalogue;

/// An example sentence and where it stands.
record ExampleLine(String file, int line, String language, String text) {}
