package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.exchange.Foreign.ForeignIntent;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// An intent as a file of the catalogue.
public record IntentFile(String name, String text) {
  static IntentFile of(ForeignIntent intent) {
    var title = Quoted.text(PlainText.title(intent.name()));
    var text =
        "id: %s\ntitle:\n  de: %s\n  en: %s\nanswers:\n%s%sexamples:\n%s%s"
            .formatted(
                Quoted.name(intent.id()),
                title,
                title,
                answers(Language.DE, intent.answers(Language.DE)),
                answers(Language.EN, intent.answers(Language.EN)),
                examples(Language.DE, intent.examples(Language.DE)),
                examples(Language.EN, intent.examples(Language.EN)));
    return new IntentFile(intent.id() + ".yaml", text);
  }

  private static String answers(Language language, Set<String> answers) {
    var own =
        answers.stream()
            .map(answer -> "    - " + Quoted.text(answer) + "\n")
            .collect(Collectors.joining());
    return "  " + language.code() + ":\n" + (own.isEmpty() ? placeholder(language) : own);
  }

  /// Until somebody writes an answer the bot says that it has none and offers a person.
  private static String placeholder(Language language) {
    return switch (language) {
      case DE ->
          """
              - text: "Dazu kann ich selbst noch nichts sagen. Eine Kollegin oder ein Kollege hilft Ihnen gern."
                quick_replies:
                  - "Mit einem Menschen sprechen"
          """;
      case EN ->
          """
              - text: "I cannot say anything about this myself yet. A colleague will gladly help you."
                quick_replies:
                  - "Talk to a person"
          """;
    };
  }

  private static String examples(Language language, Collection<String> examples) {
    if (examples.isEmpty()) return "  " + language.code() + ": []\n";
    return examples.stream()
        .map(example -> "    " + example + "\n")
        .collect(Collectors.joining("", "  " + language.code() + ": |\n", ""));
  }
}
