package io.direktdraht.intents.recognise;

/// Understands a message by the catalogue version it was learnt from.
public interface Recogniser {
  Understanding understand(String text);

  String catalogueVersion();
}
