package io.direktdraht.server.phone;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The templates of the demo shop, as Meta would list them once they are approved.
final class PlayedTemplates {
  /// One of each kind: without a variable, with numbered ones, with a named one.
  private static final List<Played> ALL =
      List.of(
          new Played(
              "lieferung_dauert",
              "UTILITY",
              "Guten Tag {{1}}, Ihre Bestellung {{2}} kommt etwas später. Passt das, oder sollen wir"
                  + " etwas anderes finden?"),
          new Played(
              "antwort_bereit",
              "UTILITY",
              "Hallo {{vorname}}, wir haben eine Antwort für Sie. Schreiben Sie uns kurz, dann geht"
                  + " es hier weiter."),
          new Played(
              "neue_kollektion",
              "MARKETING",
              "Neue Möbel aus Eiche sind da. Antworten Sie mit „Katalog“, dann schicken wir ihn."));

  private PlayedTemplates() {}

  private record Played(String name, String category, String body) {
    Map<String, Object> listed() {
      return Map.of(
          "name",
          name,
          "language",
          "de",
          "status",
          "APPROVED",
          "category",
          category,
          "components",
          List.of(Map.of("type", "BODY", "text", body)));
    }
  }

  static Map<String, Object> list() {
    return Map.of("data", ALL.stream().map(Played::listed).toList());
  }

  /// What the phone shows of a message that is sent as a template.
  static String shown(JsonNode template) {
    var text =
        ALL.stream()
            .filter(one -> one.name.equals(template.path("name").asString("")))
            .map(Played::body)
            .findFirst()
            .orElse("");
    int place = 0;
    for (var value : template.at("/components/0/parameters")) {
      var name = value.path("parameter_name").asString("" + ++place);
      text = text.replace("{{" + name + "}}", value.path("text").asString(""));
    }
    return text;
  }
}
