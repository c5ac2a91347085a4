package io.direktdraht.intents.catalogue;

/// A catalogue file as it was read.
record SourceFile(String name, String text) {
  static final String SUFFIX = ".yaml";

  String id() {
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
