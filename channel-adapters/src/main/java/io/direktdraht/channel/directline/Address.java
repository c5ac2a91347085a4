package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Line;

/// A Direct Line conversation: the address of a contact on its line. It outlives a conversation of
/// ours that ended, and goes on with the next.
record Address(Line.Id line, String conversation) {
  /// Who brought a file.
  String owner() {
    return line + ":" + conversation;
  }
}
