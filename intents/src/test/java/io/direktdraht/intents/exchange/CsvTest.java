package io.direktdraht.intents.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.direktdraht.intents.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @TempDir Path folder;

  @Test
  void readsWhatSpreadsheetsWrite() throws Exception {
    var found = CsvCatalogue.read(Samples.path("intents.csv"), Samples.language());
    var hours = found.intents().getFirst();
    assertThat(hours.examples(Language.DE)).containsExactly("Wann habt ihr offen, und wo?");
    assertThat(hours.examples(Language.EN)).containsExactly("they said \"closed\", is that right");
    var price = found.intents().get(1);
    assertThat(price.id()).isEqualTo("preis_anfrage");
    assertThat(price.examples(Language.DE)).containsExactly("was kostet die Bank");
  }

  @Test
  void followsRfc4180() throws Exception {
    var table = CsvTable.read("\uFEFFa,\"b \"\"c\"\"\",\r\n\"x\ny\",,z\n\nlast,\"\",1");
    assertThat(table.rows())
        .containsExactly(
            new CsvTable.Row(1, List.of("a", "b \"c\"", "")),
            new CsvTable.Row(2, List.of("x\ny", "", "z")),
            new CsvTable.Row(5, List.of("last", "", "1")));
    assertThat(CsvTable.row("a", "b,c", "\"d\"", " e", "f\ng"))
        .isEqualTo("a,\"b,c\",\"\"\"d\"\"\",\" e\",\"f\ng\"\r\n");
  }

  @Test
  void namesFileAndLine() throws IOException {
    broken("intent,text\n", ":1: expected the header intent,lang,text");
    broken("", ":1: expected the header intent,lang,text");
    broken("intent,lang,text\na,de,b,c\n", ":2: expected 3 fields, found 4");
    broken("intent,lang,text\na,de,\"b\nc\"\na,fr,b\n", ":4: lang cannot be \"fr\"");
    broken("intent,lang,text\na,de,\n", ":2: intent and text must not be empty");
    broken("intent,lang,text\na,de,b\n\"a,de,b\n", ":3: a quotation mark is never closed");
    broken(
        "intent,lang,text\na,de,b \"c\"\n",
        ":2: a quotation mark inside a field that is not quoted");
    broken("intent,lang,text\na,de,\"b\"c\n", ":2: text after a closing quotation mark");
  }

  @Test
  void bringsTheWholeCatalogueBack() throws Exception {
    var shipped = Samples.shipped();
    var file = Files.writeString(folder.resolve("all.csv"), CsvCatalogue.write(shipped));
    var found = CsvCatalogue.read(file, Samples.language());
    CatalogueImportTest.expectExamplesOf(shipped, found, folder.resolve("again"));
  }

  private void broken(String text, String message) throws IOException {
    var file = Files.writeString(folder.resolve("x.csv"), text);
    assertThatExceptionOfType(BrokenForeignFile.class)
        .isThrownBy(() -> CsvCatalogue.read(file, Samples.language()))
        .withMessage(file + message);
  }
}
