package io.direktdraht.intents.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.exchange.Foreign.ForeignIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasaTest {
  @TempDir Path folder;

  @Test
  void readsIntentsWithoutTheirEntities() throws Exception {
    var found = RasaReader.read(Samples.path("nlu.yml"), Samples.language());
    assertThat(found.intents())
        .extracting(ForeignIntent::id)
        .containsExactly("greet", "check_balance", "faq_ask_opening_hours", "no");
    var balance = found.intents().get(1);
    assertThat(balance.examples(Language.EN))
        .containsExactly(
            "how much do I have on my savings?",
            "what's the balance of my current account",
            "move 100 euros - now");
    assertThat(balance.examples(Language.DE)).containsExactly("wie viel liegt auf dem Girokonto");
    var hours = found.intents().get(2);
    assertThat(hours.examples(Language.DE)).containsExactly("wann seid ihr da");
    assertThat(hours.examples(Language.EN)).containsExactly("are you open on Sunday: yes or no?");
  }

  @Test
  void tellsWhatItLeavesOut() throws Exception {
    assertThat(RasaReader.read(Samples.path("nlu.yml"), Samples.language()).notes())
        .containsExactly(
            "rules: not read, only nlu is",
            "check_balance: line 16 does not begin with \"-\" and is left out",
            "synonym savings account: not read, only intents are",
            "regex account_number: not read, only intents are",
            "lookup banks: not read, only intents are");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'nlu: 3'                | :1: holds no list nlu
          'nlu: [a'               | :1: broken YAML: expected ',' or ']', but got <stream end>
          ''                      | : is empty
          'version: "3.1"'        | :1: holds no list nlu
          '- nlu'                 | :1: a Rasa file must have keys with values
          'nlu: [greet]'          | :1: an entry of nlu must have keys with values
          """)
  void namesFileAndLine(String text, String message) throws IOException {
    var file = Files.writeString(folder.resolve("nlu.yml"), text);
    assertThatExceptionOfType(BrokenForeignFile.class)
        .isThrownBy(() -> RasaReader.read(file, Samples.language()))
        .withMessage(file + message);
  }

  @Test
  void bringsTheWholeCatalogueBack() throws Exception {
    var shipped = Samples.shipped();
    var file = Files.writeString(folder.resolve("nlu.yml"), RasaWriter.of(shipped).text());
    var found =
        RasaReader.read(
            file,
            _ -> {
              throw new AssertionError("the language is told");
            });
    assertThat(found.notes()).isEmpty();
    CatalogueImportTest.expectExamplesOf(shipped, found, folder.resolve("again"));
  }

  @Test
  void warnsOfWhatRasaWouldMisread() throws Exception {
    var found = new Foreign.Gathering();
    found.example("odd", Language.EN, "is [this](odd) fine");
    var odd = found.done();
    var target = folder.resolve("odd");
    CatalogueImport.of(odd, Samples.NOTHING).writeInto(target);
    var catalogue = Samples.valid(CatalogueFiles.load(target));
    assertThat(RasaWriter.of(catalogue).notes()).hasSize(1).first().asString().contains("entity");
  }
}
