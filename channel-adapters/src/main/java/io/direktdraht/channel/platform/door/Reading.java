package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import java.lang.System.Logger.Level;

/// What became of reading a call.
sealed interface Reading {
  record Told(Hook.Telling telling) implements Reading {}

  record Garbage(String why) implements Reading {}

  /// A defect of ours is treated like one of theirs: the call is kept, and nobody else has to wait.
  static Reading of(Hook hook, String body) {
    try {
      return new Told(hook.read(body));
    } catch (Hook.Unreadable garbage) {
      return new Garbage(String.valueOf(garbage.getMessage()));
    } catch (RuntimeException | StackOverflowError defect) {
      System.getLogger(Reading.class.getName())
          .log(Level.ERROR, "a webhook of " + hook.line().id() + " could not be read", defect);
      return new Garbage(defect.getClass().getSimpleName());
    }
  }
}
