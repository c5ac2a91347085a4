package io.direktdraht.intents.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.text.NormalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        assertThat(intent.examples(language)).as(intent.id()).hasSizeGreaterThanOrEqualTo(28);
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

  private static List<String> nearCopies(List<String> texts) {
    var near = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        if (NormalText.fold(texts.get(i)).length() > 12
            && overlap(texts.get(i), texts.get(j)) > 0.8) {
          near.add(texts.get(i) + " ~ " + texts.get(j));
        }
      }
    }
    return near;
  }

  private static double overlap(String left, String right) {
    var both = new HashSet<>(grams(left));
    both.retainAll(grams(right));
    var any = new HashSet<>(grams(left));
    any.addAll(grams(right));
    return (double) both.size() / any.size();
  }

  private static Set<String> grams(String text) {
    var folded = NormalText.fold(text);
    var grams = new HashSet<String>();
    for (int i = 0; i + 4 <= folded.length(); i++) {
      grams.add(folded.substring(i, i + 4));
    }
    grams.add(folded);
    return grams;
  }

  private static Catalogue valid(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Valid(var catalogue) -> catalogue;
      case Loaded.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
