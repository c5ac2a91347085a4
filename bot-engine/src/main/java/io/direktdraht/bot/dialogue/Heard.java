package io.direktdraht.bot.dialogue;

import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Understanding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the contact wrote since the last turn, and what was understood. `command` is the payload of
/// a button that means something to the bot itself, without its slash: "human", "bot", "none", or
/// an intent.
public record Heard(String text, @Nullable String command, Understanding understanding) {
  public static final String HUMAN = "human";
  public static final String BOT = "bot";
  public static final String NONE = "none";

  boolean says(String expected) {
    return expected.equals(command);
  }

  Optional<String> entity(Entity.Kind kind) {
    return understanding.entities().stream()
        .filter(entity -> entity.kind() == kind)
        .map(Entity::value)
        .findFirst();
  }
}
