package io.direktdraht.bot.escalation;

import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reason to bring in a person, and when it holds. `words` are said instead of the reason's
/// phrase, `du` instead of the German ones where contacts are addressed informally. `ask`: the
/// contact is asked first. `strikes`: it holds only in a turn that failed, when so many in a row
/// have; 0 for rules that do not look at failures.
public record Rule(
    String id,
    Reason reason,
    String when,
    Needs needs,
    Map<Language, String> words,
    @Nullable String du,
    boolean ask,
    int strikes,
    boolean enabled) {
  public Rule {
    words = Map.copyOf(words);
  }

  public Optional<String> words(Language language, Formality formality) {
    return Optional.ofNullable(words.get(language))
        .map(formal -> language == Language.DE ? formality.of(formal, du) : formal);
  }
}
