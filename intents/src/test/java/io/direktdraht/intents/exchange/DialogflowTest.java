package io.direktdraht.intents.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.direktdraht.intents.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogflowTest {
  private static final Path AGENT = Samples.path("dialogflow");
  @TempDir Path folder;

  @Test
  void readsExamplesAndAnswers() throws Exception {
    var found = DialogflowReader.read(AGENT);
    assertThat(found.intents())
        .singleElement()
        .satisfies(intent -> {
          assertThat(intent.id()).isEqualTo("order_status_by_number");
          assertThat(PlainText.title(intent.name())).isEqualTo("Order status by number");
          assertThat(intent.examples(Language.EN))
              .containsExactly("where is the order of last Monday?");
          assertThat(intent.examples(Language.DE)).containsExactly("wo bleibt meine Bestellung");
          assertThat(intent.answers(Language.EN))
              .containsExactly("Your parcel is on its way.\nIt will be with you \"soon\".");
          assertThat(intent.answers(Language.DE)).containsExactly("Ihr Paket ist unterwegs.");
        });
    assertThat(found.notes())
        .containsExactlyInAnyOrder(
            "Default Fallback Intent: left out, a fallback is not an intent here",
            "order.status - by number: template \"order of @sys.date:date\" left out",
            "order.status - by number: language fr left out",
            "order.status - by number: answer \"You ordered on $date.\" left out, Dialogflow fills it in",
            "order.status - by number: an answer that is not text left out");
  }

  @Test
  void readsTheZipThatIsExported() throws Exception {
    assertThat(DialogflowReader.read(zip())).isEqualTo(DialogflowReader.read(AGENT));
  }

  @Test
  void namesWhatCannotBeRead() throws IOException {
    broken(folder.resolve("none.zip"), ": does not exist");
    broken(
        Files.writeString(folder.resolve("a.zip"), "no zip"),
        ": is neither a ZIP file nor a folder");
    broken(folder, ": holds no intents/*.json");
    var intents = Files.createDirectory(folder.resolve("intents"));
    Files.writeString(intents.resolve("a.json"), "{\n\"name\": \"a\",\n]");
    assertThatExceptionOfType(BrokenForeignFile.class)
        .isThrownBy(() -> DialogflowReader.read(folder))
        .withMessage(intents.resolve("a.json") + ":3: is not JSON");
  }

  private static void broken(Path source, String message) {
    assertThatExceptionOfType(BrokenForeignFile.class)
        .isThrownBy(() -> DialogflowReader.read(source))
        .withMessage(source + message);
  }

  private Path zip() throws IOException {
    var zip = folder.resolve("agent.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var files = Files.walk(AGENT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(AGENT.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
    return zip;
  }
}
