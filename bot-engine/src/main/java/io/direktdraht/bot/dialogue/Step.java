package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import java.util.List;

/// A decision and what the bot remembers after it. `first` are intents whose answers are said
/// before it, because the message asked for them too.
public record Step(Decision decision, Dialogue dialogue, List<String> first) {
  public Step {
    first = List.copyOf(first);
  }

  public Step(Decision decision, Dialogue dialogue) {
    this(decision, dialogue, List.of());
  }

  Step after(List<String> answers) {
    return new Step(decision, dialogue, answers);
  }
}
