package io.direktdraht.channel.rasa.socket;

import org.jspecify.annotations.Nullable;

/// What is known of one connection: its engine, whether it joined the namespace, and whose chat it
/// shows.
final class Connection {
  final Engine engine;
  private volatile boolean joined;
  private @Nullable Chat chat;
  private int bad;

  Connection(Engine engine) {
    this.engine = engine;
  }

  void join() {
    joined = true;
  }

  boolean joined() {
    return joined;
  }

  /// Frames that were none, this one with them.
  synchronized int bad() {
    return ++bad;
  }

  synchronized @Nullable Chat chat() {
    return chat;
  }

  synchronized void show(Chat next) {
    chat = next;
  }
}
