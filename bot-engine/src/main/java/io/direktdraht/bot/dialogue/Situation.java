package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.intents.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the conversation stands when a turn begins; the dialogue knows the mood up to then. `met`
/// says that the bot has spoken in it since its last start.
public record Situation(Stage stage, Dialogue dialogue, boolean met) {

  /// What the bot remembers: the last turn's memory, or, when somebody else spoke since, only what
  /// was collected.
  public static Situation of(Stage stage, long epoch, @Nullable Dialogue last, Language language) {
    if (last == null) {
      var fresh = Dialogue.fresh(epoch, language.code(), Map.of());
      return new Situation(stage, fresh, false);
    }
    if (last.epoch() == epoch) return new Situation(stage, last, true);
    var fresh = Dialogue.fresh(epoch, last.language(), last.slots());
    return new Situation(stage, fresh, false);
  }
}
