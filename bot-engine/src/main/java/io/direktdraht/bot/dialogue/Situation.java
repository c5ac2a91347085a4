package io.direktdraht.bot.dialogue;

import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.intents.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the conversation stands when a turn begins; the dialogue knows the mood up to then. `met`
/// says that the bot has spoken in it since its last start; `around` are the facts that no word of
/// this turn tells, as they were before it.
public record Situation(Stage stage, Dialogue dialogue, boolean met, Facts around) {
  public Situation(Stage stage, Dialogue dialogue, boolean met) {
    this(stage, dialogue, met, Facts.UNKNOWN);
  }

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

  public Situation amid(Facts facts) {
    return new Situation(stage, dialogue, met, facts);
  }

  /// The same, the dialogue having gone on.
  public Situation after(Dialogue next) {
    return new Situation(stage, next, met, around);
  }
}
