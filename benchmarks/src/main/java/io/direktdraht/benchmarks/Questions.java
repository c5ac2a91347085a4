package io.direktdraht.benchmarks;

import java.util.List;
import java.util.UUID;

/// What the customers ask. Neighbours differ in intent: the same answer twice in a row would call a
/// person. Each customer begins elsewhere and goes round.
final class Questions {
  private static final List<String> ALL =
      List.of(
          "ich möchte ein konto anlegen",
          "how much is shipping",
          "wie lange kann ich zurückgeben",
          "do you assemble furniture",
          "status meiner bestellung LH-402915",
          "which payment methods are there",
          "die ware ist beschädigt angekommen",
          "I need an invoice",
          "kann ich in raten zahlen",
          "are you hiring",
          "wann habt ihr offen",
          "I want to change the delivery address",
          "ich möchte eine geschenkkarte kaufen",
          "how do I become a lindenclub member",
          "newsletter abbestellen",
          "I can't log in",
          "preisgarantie",
          "what data do you hold about me",
          "repariert ihr rasenmäher",
          "order status LH-402877",
          "ich brauche ein retourenetikett",
          "when do I get my money back",
          "ersatzteile für rasenmäher",
          "where are your branches",
          "mein gutscheincode funktioniert nicht",
          "my mower broke after a year",
          "rabatt für firmen",
          "I want to delete my account",
          "laut dhl zugestellt aber ich hab nichts bekommen",
          "my payment was declined",
          "wie lange dauert die lieferung",
          "you sent me the wrong item",
          "kann ich in der filiale abholen",
          "how do I redeem a discount code",
          "welche maße hat das sofa",
          "start a return",
          "ich möchte meine bestellung stornieren",
          "do you price match",
          "ihr habt doppelt abgebucht",
          "what's your phone number");

  private int next;

  Questions(int customer) {
    next = customer * 7 % ALL.size();
  }

  static String at(int place) {
    return ALL.get(place % ALL.size());
  }

  String frame() {
    var text = ALL.get(next);
    next = (next + 1) % ALL.size();
    return "{\"type\":\"message\",\"id\":\"%s\",\"text\":\"%s\"}"
        .formatted(UUID.randomUUID(), text);
  }
}
