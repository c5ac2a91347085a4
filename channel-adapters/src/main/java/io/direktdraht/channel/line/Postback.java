package io.direktdraht.channel.line;

import io.direktdraht.conversation.Content.Choice;

/// What a button of ours carries: LINE gives back its data alone, so the title is part of it.
record Postback(String title, String payload) {
  /// In characters, of title and payload together.
  static final int LONGEST = 300;

  static final int LONGEST_TITLE = 20;

  static String of(Choice choice) {
    return choice.title().replace('\n', ' ') + "\n" + choice.payload();
  }

  /// Data that is not ours stands for itself.
  static Postback read(String data) {
    int end = data.indexOf('\n');
    return end < 0
        ? new Postback(data, data)
        : new Postback(data.substring(0, end), data.substring(end + 1));
  }
}
