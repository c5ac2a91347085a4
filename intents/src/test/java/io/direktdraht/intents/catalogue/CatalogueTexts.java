package io.direktdraht.intents.catalogue;

/// Catalogue files for tests, as an operator would write them.
final class CatalogueTexts {
  private CatalogueTexts() {}

  static String opening() {
    return """
    id: opening_hours
    title:
      de: Öffnungszeiten
      en: Opening hours
    answers:
      de:
        - Wir haben {opening_hours} geöffnet.
      en:
        - text: "We are open {opening_hours}."
          quick_replies:
            - Talk to a person
            - title: Branches
              payload: Where are the branches?
    examples:
      de: |
        wann habt ihr offen
        öffnungszeiten
      en: |
        when are you open
    """;
  }
}
