package io.direktdraht.bot.words;

import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.Formality;
import java.util.Map;

/// Facts about the company that answers may mention, and how it addresses contacts in German.
public record Company(
    String shop, String phone, String email, String openingHours, Formality formality) {
  /// The bot's sentences, as this company says them.
  public Phrases phrases() {
    var phrases = Phrases.beside(Company.class, "de", "en");
    return switch (formality) {
      case SIE -> phrases;
      case DU -> phrases.with("de", Company.class, "de-du");
    };
  }

  Map<String, String> variables() {
    return Map.of("shop", shop, "phone", phone, "email", email, "opening_hours", openingHours);
  }
}
