package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.event.ConversationEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds contacts by what people know of them, at a cost that does not grow with the number of
/// contacts.
public interface Directory {
  /// How many of the newest conversations are looked through for a name.
  int RECENT = 1_000;

  /// Whoever has one of these as an address on one of our lines, or gave it as their e-mail or
  /// phone, letter by letter; the newest contacts first.
  List<Contact> at(Set<String> addresses, int limit);

  /// Of those who have one of the newest conversations: whose name, or a further word of it, begins
  /// like this, whatever the case; the newest conversation first.
  List<Contact> named(String beginning, int limit);

  /// Of those who have one of the newest conversations: in whose last turn there the bot had noted
  /// this, e.g. an order number; the newest conversation first.
  List<Contact> noted(String value, int limit);

  static boolean notes(ConversationEvent event, String value) {
    return event instanceof ConversationEvent.TurnDecided(var turn, _)
        && turn.dialogue().slots().containsValue(value);
  }

  /// Whether the name or a further word of it begins like this.
  static boolean begins(String name, String beginning) {
    return (" " + name.toLowerCase(Locale.ROOT)).contains(" " + beginning.toLowerCase(Locale.ROOT));
  }
}
