package io.direktdraht.intents.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueImportTest {
  @TempDir Path folder;

  @Test
  void loadsWhateverAnotherToolHeld() throws Exception {
    var found = new Foreign.Gathering();
    found.example("../Größe: \"XL\"?", Language.DE, "  - welche\tgröße \n habt ihr");
    found.example("../Größe: \"XL\"?", Language.DE, "größe: {xl} 'oder' \"l\" # oder & * ! % @ `");
    found.example("../Größe: \"XL\"?", Language.DE, "bell \u0007 rings \uFFFE \u2028 here 😀");
    found.answer("../Größe: \"XL\"?", Language.DE, "Zeile\\eins\n\"Zeile\" zwei");
    found.example("null", Language.EN, "nothing at all");
    write(found.done());
    var catalogue = Samples.valid(CatalogueFiles.load(folder));
    assertThat(catalogue.intents()).containsOnlyKeys("grosse_xl", "null");
    var size = catalogue.intent("grosse_xl");
    assertThat(size.examples(Language.DE))
        .containsExactly(
            "- welche größe habt ihr",
            "größe: {xl} 'oder' \"l\" # oder & * ! % @ `",
            "bell   rings   here 😀");
    assertThat(size.examples(Language.EN)).isEmpty();
    assertThat(size.answers(Language.DE).getFirst().text())
        .isEqualTo("Zeile\\eins\n\"Zeile\" zwei");
    assertThat(size.answers(Language.EN).getFirst().quickReplies())
        .extracting("payload")
        .containsExactly("Talk to a person");
    assertThat(catalogue.intent("null").title(Language.DE)).isEqualTo("Null");
  }

  @Test
  void givesAnExampleToOneIntentOnly() throws Exception {
    var found = new Foreign.Gathering();
    found.example("first", Language.EN, "Where is it");
    found.example("second", Language.EN, "where is IT");
    found.example("second", Language.EN, "when does it come");
    found.example("third", Language.EN, "where is it");
    found.example(
        "fourth", Language.EN, Samples.shipped().intent("thanks").examples(Language.EN).getFirst());
    var plan = CatalogueImport.of(found.done(), Samples.shipped());
    assertThat(plan.files())
        .extracting(IntentFile::name)
        .containsExactly("first.yaml", "second.yaml");
    assertThat(plan.notes())
        .contains("second: \"where is IT\" left out, first has it")
        .contains("third: left out, it has no example of its own")
        .contains("fourth: left out, it has no example of its own");
    plan.writeInto(folder);
    assertThat(Samples.valid(CatalogueFiles.load(folder)).intents()).hasSize(2);
  }

  @Test
  void joinsNamesThatBecomeTheSame() {
    var found = new Foreign.Gathering();
    found.example("order.status", Language.EN, "a");
    found.example("order status", Language.EN, "b");
    found.example("order status", Language.EN, "c");
    var done = found.done();
    assertThat(done.intents())
        .singleElement()
        .satisfies(
            intent -> assertThat(intent.examples(Language.EN)).containsExactly("a", "b", "c"));
    assertThat(done.notes())
        .containsExactly("\"order status\" and \"order.status\" both become order_status");
  }

  @Test
  void writesNothingWhenAFileIsThere() throws Exception {
    var found = new Foreign.Gathering();
    found.example("a", Language.EN, "one");
    found.example("b", Language.EN, "two");
    Files.writeString(folder.resolve("b.yaml"), "mine");
    var plan = CatalogueImport.of(found.done(), Samples.NOTHING);
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> plan.writeInto(folder));
    assertThat(folder.resolve("a.yaml")).doesNotExist();
    assertThat(folder.resolve("b.yaml")).hasContent("mine");
  }

  /// What was found, written and loaded, has the same intents and examples.
  static void expectExamplesOf(Catalogue expected, Foreign found, Path folder) throws IOException {
    var plan = CatalogueImport.of(found, Samples.NOTHING);
    assertThat(plan.notes()).isEmpty();
    plan.writeInto(folder);
    var again = Samples.valid(CatalogueFiles.load(folder));
    assertThat(again.intents().keySet()).isEqualTo(expected.intents().keySet());
    for (var intent : expected.intents().values())
      for (var language : Language.values())
        assertThat(again.intent(intent.id()).examples(language))
            .as(intent.id())
            .containsExactlyElementsOf(new LinkedHashSet<>(intent.examples(language)));
  }

  private void write(Foreign foreign) throws IOException {
    CatalogueImport.of(foreign, Samples.NOTHING).writeInto(folder);
  }
}
