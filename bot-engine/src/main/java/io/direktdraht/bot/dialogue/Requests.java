package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.intents.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Several requests in one message, in the order in which they are dealt with: plain answers first,
/// then the one that needs a question, a look-up or a person.
record Requests(List<String> first, String main) {
  /// What is said around a request and asks for nothing.
  private static final Set<String> POLITE = Set.of("greeting", "goodbye", "thanks", "praise");

  Requests {
    first = List.copyOf(first);
  }

  /// Empty when fewer than two are left, or when more than one needs more than an answer: those had
  /// better be asked about.
  static Optional<Requests> of(Catalogue catalogue, List<String> intents, Dialogue dialogue) {
    var plain = new ArrayList<String>();
    var special = new ArrayList<String>();
    for (var id : intents) {
      if (!catalogue.has(id) || POLITE.contains(id) || Memory.lastSaid(dialogue, id)) continue;
      var intent = catalogue.intent(id);
      (intent.form() == null && intent.escalate() == null ? plain : special).add(id);
    }
    if (plain.size() + special.size() < 2 || special.size() > 1) return Optional.empty();
    var main = special.isEmpty() ? plain.removeLast() : special.getFirst();
    return Optional.of(new Requests(plain, main));
  }
}
