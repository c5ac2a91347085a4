package io.direktdraht.intents.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.FormalWords;
import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
  private static final Path FOLDER = Path.of("catalogue");

  private final Catalogue catalogue = valid(CatalogueFiles.bundled());

  @Test
  void isTheSameInTheJarAndInTheFolder() {
    assertThat(catalogue).isEqualTo(valid(CatalogueFiles.load(FOLDER)));
    assertThat(catalogue.intents()).hasSizeGreaterThanOrEqualTo(52);
  }

  @Test
  void isListedCompletely() throws IOException {
    try (var files = Files.list(FOLDER)) {
      var names =
          files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".yaml")).toList();
      assertThat(Files.readAllLines(FOLDER.resolve("index.txt")))
          .isSorted()
          .hasSameElementsAs(names);
    }
  }

  @Test
  void speaksBothLanguagesEverywhere() {
    for (var intent : catalogue.intents().values()) {
      for (var language : Language.values()) {
        assertThat(intent.examples(language)).as(intent.id()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(intent.answers(language)).as(intent.id()).hasSizeBetween(1, 3);
        assertThat(intent.title(language)).as(intent.id()).isNotBlank();
      }
    }
  }

  @Test
  void holdsNoNearCopies() {
    var near = new ArrayList<String>();
    for (var language : Language.values()) {
      for (var intent : catalogue.intents().values()) {
        near.addAll(nearCopies(intent.examples(language)));
      }
    }
    assertThat(near).isEmpty();
  }

  @Test
  void escalatesComplaintsAndLooksUpOrders() {
    assertThat(catalogue.intent("complaint").escalate()).isNotNull();
    assertThat(catalogue.intent("order_status").form()).isNotNull();
    assertThat(catalogue.intent("delivery_delayed").form()).isNotNull();
  }

  @Test
  void addressesContactsByOneFormAndNotByTheOther() {
    for (var intent : catalogue.intents().values()) {
      for (var answer : intent.answers(Language.DE)) {
        assertOneForm(answer.text(Formality.SIE), answer.text(Formality.DU));
        assertThat(variables(answer.text(Formality.DU))).isEqualTo(variables(answer.text()));
      }
      for (var answer : intent.answers(Language.EN)) assertThat(answer.du()).isNull();
      if (intent.form() == null) continue;
      for (var slot : intent.form().slots())
        assertOneForm(slot.ask(Language.DE, Formality.SIE), slot.ask(Language.DE, Formality.DU));
    }
  }

  private static void assertOneForm(String formal, String informal) {
    assertThat(formal).matches(text -> !FormalWords.informal(text), "says no du");
    assertThat(informal).matches(text -> !FormalWords.formal(text), "says no Sie");
  }

  private static Set<String> variables(String text) {
    return Pattern.compile("\\{[^}]*}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /// Over 0.7 of all character trigrams shared (Jaccard), among texts of 15 characters or more;
  /// shorter ones need only differ.
  private static List<String> nearCopies(List<String> texts) {
    var near = new ArrayList<String>();
    var grams = texts.stream().map(ShippedCatalogueTest::grams).toList();
    for (int i = 0; i < texts.size(); i++)
      for (int j = i + 1; j < texts.size(); j++) {
        boolean copied =
            texts.get(i).length() < 15 || texts.get(j).length() < 15
                ? texts.get(i).equalsIgnoreCase(texts.get(j))
                : overlap(grams.get(i), grams.get(j)) > 0.7;
        if (copied) near.add(texts.get(i) + " ~ " + texts.get(j));
      }
    return near;
  }

  private static double overlap(Set<String> left, Set<String> right) {
    long both = left.stream().filter(right::contains).count();
    return (double) both / (left.size() + right.size() - both);
  }

  private static Set<String> grams(String text) {
    var line = text.toLowerCase(Locale.ROOT).strip();
    var grams = new HashSet<String>();
    for (int i = 0; i + 3 <= line.length(); i++) grams.add(line.substring(i, i + 3));
    return grams;
  }

  private static Catalogue valid(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Valid(var catalogue) -> catalogue;
      case Loaded.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
