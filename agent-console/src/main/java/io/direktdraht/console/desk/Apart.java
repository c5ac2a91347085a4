package io.direktdraht.console.desk;

import io.direktdraht.conversation.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that fails by itself: what comes after it is done all the same, and the next sweep finds it
/// again.
final class Apart {
  private static final Logger LOG = LoggerFactory.getLogger(Apart.class);

  private Apart() {}

  static void with(ConversationId id, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.warn("conversation {}: the desk tries again at its next sweep", id, failed);
    }
  }

  static void step(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.warn("the desk goes on without {} until its next sweep", name, failed);
    }
  }
}
