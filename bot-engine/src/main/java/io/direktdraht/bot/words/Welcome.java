package io.direktdraht.bot.words;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.join.Arrival;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.Language;
import java.util.List;
import java.util.Map;

/// What is said to whoever comes from another line.
final class Welcome {
  private final Phrases phrases;

  Welcome(Phrases phrases) {
    this.phrases = phrases;
  }

  Content of(Arrival how, Language language) {
    return switch (how) {
      case Arrival.Joined(var join) when join != null ->
          chosen(language, "arrived.joined", Map.of("arrived.notMe", Arrivals.PART + join));
      case Arrival.Joined _ -> chosen(language, "arrived.joined", Map.of());
      case Arrival.Known(var code) ->
          new Content(
              phrases.say(language.code(), "arrived.known"),
              null,
              List.of(
                  new Choice(
                      phrases.say(language.code(), "arrived.join"), Arrivals.JOIN + code.text()),
                  new Choice(phrases.say(language.code(), "arrived.apart"), "/bot")));
      case Arrival.Late() -> chosen(language, "arrived.late", Map.of());
      case Arrival.Parted() -> chosen(language, "arrived.parted", Map.of());
    };
  }

  private Content chosen(Language language, String phrase, Map<String, String> choices) {
    return new Content(
        phrases.say(language.code(), phrase),
        null,
        choices.entrySet().stream()
            .map(one -> new Choice(phrases.say(language.code(), one.getKey()), one.getValue()))
            .toList());
  }
}
