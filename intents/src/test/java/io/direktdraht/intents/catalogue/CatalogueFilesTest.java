package io.direktdraht.intents.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.QuickReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFilesTest {
  private static final String FILE = "opening_hours.yaml";

  @TempDir Path folder;

  @Test
  void readsAnIntentWithAnswersAndQuickReplies() throws IOException {
    write(FILE, CatalogueTexts.opening());
    var intent = valid().intent("opening_hours");
    assertThat(intent.title(Language.DE)).isEqualTo("Öffnungszeiten");
    assertThat(intent.examples(Language.DE))
        .containsExactly("wann habt ihr offen", "öffnungszeiten");
    assertThat(intent.answers(Language.EN).getFirst().quickReplies())
        .containsExactly(
            new QuickReply("Talk to a person", "Talk to a person"),
            new QuickReply("Branches", "Where are the branches?"));
  }

  @Test
  void readsHowToSayItInformally() throws IOException {
    var both =
        CatalogueTexts.opening()
            .replace(
                "- Wir haben {opening_hours} geöffnet.",
                "- text: Kommen Sie {opening_hours}.\n      du: Komm {opening_hours}.");
    write(FILE, both);
    var answer = valid().intent("opening_hours").answers(Language.DE).getFirst();
    assertThat(answer.text(Formality.SIE)).isEqualTo("Kommen Sie {opening_hours}.");
    assertThat(answer.text(Formality.DU)).isEqualTo("Komm {opening_hours}.");
    var neutral = valid().intent("opening_hours").answers(Language.EN).getFirst();
    assertThat(neutral.text(Formality.DU)).isEqualTo("We are open {opening_hours}.");
    write(FILE, both.replace("Komm {opening_hours}", "Komm {hours}"));
    assertThat(problems()).containsExactly(new Problem(FILE, 8, "unknown variable {hours}"));
  }

  @Test
  void acceptsALanguageThatNobodyWritesYet() throws IOException {
    var german = CatalogueTexts.opening().replace("  en: |\n    when are you open\n", "  en: []\n");
    write(FILE, german);
    assertThat(valid().intent("opening_hours").examples(Language.EN)).isEmpty();
    assertThat(valid().intent("opening_hours").examples(Language.DE)).hasSize(2);
    write(FILE, german.replace("en: []", "en: [open]"));
    assertThat(problems()).containsExactly(new Problem(FILE, 18, "examples must be text"));
  }

  @Test
  void givesAnotherVersionToAnotherContent() throws IOException {
    write(FILE, CatalogueTexts.opening());
    var before = valid().version();
    assertThat(valid().version()).isEqualTo(before).hasSize(12);
    write(FILE, CatalogueTexts.opening().replace("wann habt", "wann hobts"));
    assertThat(valid().version()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'id: opening_hours'        | 'id: other'                | 1  | must equal the file name
          'id: opening_hours'        | 'nr: 1'                    | 1  | missing id
          'id: opening_hours'        | 'id: "  "'                 | 1  | empty id
          '  en: Opening hours'      | '  fr: Horaires'           | 3  | missing en
          '  en: Opening hours'      | '  fr: Horaires'           | 4  | unknown key fr
          'title:'                   | 'titel:'                   | 3  | unknown key titel
          '{opening_hours} geöffnet' | '{hours} geöffnet'         | 7  | unknown variable {hours}
          '- Wir haben {opening_hours} geöffnet.' | '[]'          | 7  | no answer in de
          '- Wir haben {opening_hours} geöffnet.' | '- ""'        | 7  | empty answer
          'payload: Where'           | 'pay: Where'               | 12 | missing payload
          '    when are you open'    | ''                         | 18 | empty examples
          '  en: Opening hours'      | '  en: "Opening'           | 9  | broken YAML
          """)
  void namesFileAndLine(String right, String wrong, int line, String message) throws IOException {
    write(FILE, CatalogueTexts.opening().replace(right, wrong.replace("\\n", "\n")));
    assertThat(problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo(FILE);
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.message()).contains(message);
        });
  }

  @Test
  void namesAnUnknownEntityOfASlot() throws IOException {
    var form =
        """
        form:
          action: order_status
          slots:
            - name: order_number
              entity: order_nr
              ask:
                de: Welche?
                en: Which one?
        """;
    write(FILE, form + CatalogueTexts.opening());
    assertThat(problems()).containsExactly(new Problem(FILE, 5, "unknown entity order_nr"));
  }

  @Test
  void collectsWhatAPersonWillNeedAndNamesWhatCannotBeCollected() throws IOException {
    write(FILE, CatalogueTexts.opening());
    assertThat(valid().intent("opening_hours").collect()).isEmpty();
    write(FILE, "collect: [order_number]\n" + CatalogueTexts.opening());
    assertThat(valid().intent("opening_hours").collect()).containsExactly("order_number");
    write(FILE, "collect: [shoe_size]\n" + CatalogueTexts.opening());
    assertThat(problems())
        .containsExactly(
            new Problem(FILE, 1, "only [order_number, photo] can be collected, not shoe_size"));
  }

  @Test
  void namesAnEscalationWithoutReason() throws IOException {
    write(FILE, "escalate: {why: x}\n" + CatalogueTexts.opening());
    assertThat(problems())
        .containsExactly(
            new Problem(FILE, 1, "unknown key why"), new Problem(FILE, 1, "missing reason"));
  }

  @Test
  void namesBothPlacesOfADuplicateExample() throws IOException {
    write(FILE, CatalogueTexts.opening());
    write(
        "other.yaml",
        CatalogueTexts.opening()
            .replace("id: opening_hours", "id: other")
            .replace("wann habt ihr offen", "ist heute zu")
            .replace("when are you open", "are you shut"));
    assertThat(problems())
        .containsExactly(new Problem("other.yaml", 17, "same example as opening_hours.yaml:17"));
  }

  @Test
  void namesAnIdThatIsUsedTwice() throws IOException {
    write(FILE, CatalogueTexts.opening());
    write("zwei.yaml", CatalogueTexts.opening());
    assertThat(problems())
        .contains(new Problem("zwei.yaml", 1, "id opening_hours is used twice"))
        .contains(new Problem("zwei.yaml", 1, "id opening_hours must equal the file name zwei"));
  }

  @Test
  void reportsFilesThatCannotBeRead() throws IOException {
    Files.write(folder.resolve("x.yaml"), "id: ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems()).containsExactly(new Problem("x.yaml", 0, "is not UTF-8"));
    assertThat(CatalogueFiles.load(folder.resolve("nowhere"))).isInstanceOf(Loaded.Broken.class);
  }

  @Test
  void reportsEmptyFoldersAndFiles() throws IOException {
    assertThat(problems()).extracting(Problem::message).containsExactly("holds no intent");
    write("empty.yaml", "");
    assertThat(problems()).containsExactly(new Problem("empty.yaml", 0, "is empty"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private io.direktdraht.intents.Catalogue valid() {
    assertThat(CatalogueFiles.load(folder)).isInstanceOf(Loaded.Valid.class);
    return ((Loaded.Valid) CatalogueFiles.load(folder)).catalogue();
  }

  private List<Problem> problems() {
    assertThat(CatalogueFiles.load(folder)).isInstanceOf(Loaded.Broken.class);
    return ((Loaded.Broken) CatalogueFiles.load(folder)).problems();
  }
}
