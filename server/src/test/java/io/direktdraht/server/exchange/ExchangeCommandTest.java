package io.direktdraht.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeCommandTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path folder;
  private Path into;

  @BeforeEach
  void in(@TempDir Path temporary) {
    folder = temporary;
    into = folder.resolve("catalogue");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIALOGFLOW")
  void carriesTheCatalogueThereAndBack(ForeignFormat format) {
    var file = folder.resolve("all");
    assertThat(run(new ExchangeOrder.Export(format, file, null))).isZero();
    assertThat(run(new ExchangeOrder.Import(format, file, into, null))).isZero();
    assertThat(told())
        .contains("exported 52 intents to " + file, "imported 52 intents into " + into);
    assertThat(CatalogueFiles.load(into))
        .isInstanceOfSatisfying(
            Loaded.Valid.class, loaded -> assertThat(loaded.catalogue().intents()).hasSize(52));
    assertThat(run(new ExchangeOrder.Export(format, folder.resolve("again"), into))).isZero();
    assertThat(folder.resolve("again")).hasSameTextualContentAs(file);
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    var file = csv("intent,lang,text\na,en,one\n");
    assertThat(run(new ExchangeOrder.Import(ForeignFormat.CSV, file, into, null))).isZero();
    err.reset();
    var other = csv("intent,lang,text\na,en,other\nb,en,two\n");
    assertThat(run(new ExchangeOrder.Import(ForeignFormat.CSV, other, into, null))).isEqualTo(2);
    assertThat(told())
        .isEqualTo(
            into.resolve("a.yaml")
                + ": exists already, nothing was imported"
                + System.lineSeparator());
    assertThat(into.resolve("b.yaml")).doesNotExist();
  }

  @Test
  void takesTheLanguageThatIsGiven() throws IOException {
    var file = csv("intent,lang,text\na,,one\n");
    assertThat(run(new ExchangeOrder.Import(ForeignFormat.CSV, file, into, Language.DE))).isZero();
    assertThat(into.resolve("a.yaml")).content().contains("de: |\n    one\n  en: []\n");
  }

  @Test
  void refusesWhatItCannotUse() throws IOException {
    var broken = csv("intent,text\n");
    assertThat(run(new ExchangeOrder.Import(ForeignFormat.CSV, broken, into, null))).isEqualTo(2);
    assertThat(told()).startsWith(broken + ":1: expected the header").hasLineCount(1);
    err.reset();
    var empty = csv("intent,lang,text\n");
    assertThat(run(new ExchangeOrder.Import(ForeignFormat.CSV, empty, into, null))).isEqualTo(2);
    assertThat(told()).contains("holds no intent with an example");
    err.reset();
    Files.createDirectory(into);
    Files.writeString(into.resolve("x.yaml"), "id: y");
    var good = csv("intent,lang,text\na,en,one\n");
    assertThat(run(new ExchangeOrder.Import(ForeignFormat.CSV, good, into, null))).isEqualTo(2);
    assertThat(told()).startsWith("the catalogue is broken: x.yaml:1").hasLineCount(1);
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("x.csv"), text);
  }

  private int run(ExchangeOrder order) {
    return new ExchangeCommand(
            ExchangeCommandTest::catalogue,
            _ -> Language.EN,
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(order);
  }

  private static Loaded catalogue(@Nullable Path from) {
    return from == null ? CatalogueFiles.bundled() : CatalogueFiles.load(from);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
