package io.direktdraht.bot.escalation;

import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.intents.Language;
import java.util.Map;
import java.util.Optional;

/// A reason to bring in a person, and when it holds. `words` are said instead of the reason's
/// phrase. `ask`: the contact is asked first. `strikes`: it holds only in a turn that failed, when
/// so many in a row have; 0 for rules that do not look at failures.
public record Rule(
    String id,
    Reason reason,
    String when,
    Needs needs,
    Map<Language, String> words,
    boolean ask,
    int strikes,
    boolean enabled) {
  public Rule {
    words = Map.copyOf(words);
  }

  public Optional<String> words(Language language) {
    return Optional.ofNullable(words.get(language));
  }
}
