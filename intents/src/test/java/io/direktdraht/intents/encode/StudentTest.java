package io.direktdraht.intents.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sentence;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentTest {
  private static final Distillation.Settings SMALL =
      new Distillation.Settings(500, 2_000, 4, 40, 0.2f);
  @TempDir Path folder;

  /// Puts every sentence by its first word: four topics, four corners.
  private static final class Teacher implements Encoder {
    int asked;

    @Override
    public String name() {
      return "teacher";
    }

    @Override
    public int dimensions() {
      return 8;
    }

    @Override
    public float weight() {
      return 1;
    }

    @Override
    public float[] encode(Sentence sentence) {
      asked++;
      var point = new float[8];
      point[Math.floorMod(sentence.text().split(" ")[0].hashCode(), 8)] = 1;
      return point;
    }
  }

  private Path pairs() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      lines.add("der Hund bellt " + i + "\tdog barks " + i + "\ttatoeba");
      lines.add("die Rechnung stimmt nicht " + i + "\tinvoice wrong " + i + "\tshop");
      lines.add("das Paket fehlt " + i + "\tparcel missing " + i + "\tshop");
    }
    return Files.write(folder.resolve("pairs.tsv"), lines);
  }

  @Test
  void liesWhereTheTeacherPutsTheOtherLanguage() throws IOException {
    var file = folder.resolve("student.bin");
    var provenance = new StudentTraining(new Teacher(), SMALL).learn(pairs(), file);
    assertThat(provenance.pairs()).isEqualTo(120);
    assertThat(provenance.hash()).hasSize(64);
    var student = read(file);
    assertThat(student.dimensions()).isEqualTo(4);
    float same = cosine(student, "mein Paket fehlt", "das Paket fehlt noch");
    float other = cosine(student, "mein Paket fehlt", "die Rechnung stimmt nicht");
    assertThat(same).isGreaterThan(0.9f).isGreaterThan(other + 0.5f);
  }

  @Test
  void learnsTheSameEachTime() throws IOException {
    var first = folder.resolve("first.bin");
    var second = folder.resolve("second.bin");
    new StudentTraining(new Teacher(), SMALL).learn(pairs(), first);
    new StudentTraining(new Teacher(), SMALL).learn(pairs(), second);
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void namesABrokenLine() throws IOException {
    var file = Files.writeString(folder.resolve("broken.tsv"), "Hallo\tHello\ttatoeba\nohne Tab\n");
    assertThatThrownBy(
            () -> new StudentTraining(new Teacher(), SMALL).learn(file, folder.resolve("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broken.tsv:2");
  }

  @Test
  void theShippedOneHearsThatGermanSentencesMeanTheSame() {
    var student = Student.bundled();
    float same = cosine(student, "Wo bleibt mein Geld?", "Wann bekomme ich die Erstattung?");
    float other = cosine(student, "Wo bleibt mein Geld?", "Die Blumen sind sehr schön");
    assertThat(same).isGreaterThan(other);
  }

  @Test
  void asksTheEncoderOnlyForWhatIsNotOnDisk() {
    var file = folder.resolve("teacher.points");
    var teacher = new Teacher();
    var sentences = List.of(sentence("dog barks"), sentence("invoice wrong"));
    var first = new RememberingEncoder(teacher, List.of(file)).encodeAll(sentences);
    assertThat(teacher.asked).isEqualTo(2);
    var more =
        List.of(sentence("invoice wrong"), sentence("parcel missing"), sentence("dog barks"));
    var again = new RememberingEncoder(teacher, List.of(file)).encodeAll(more);
    assertThat(teacher.asked).isEqualTo(3);
    assertThat(again.get(0)).isEqualTo(first.get(1));
    assertThat(again.get(2)).isEqualTo(first.get(0));
  }

  @Test
  void aTornFileOfPointsOnlyCostsTime() throws IOException {
    var file = folder.resolve("teacher.points");
    var teacher = new Teacher();
    var sentences = List.of(sentence("dog barks"), sentence("invoice wrong"));
    var first = new RememberingEncoder(teacher, List.of(file)).encodeAll(sentences);
    var bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    var again = new RememberingEncoder(teacher, List.of(file)).encodeAll(sentences);
    assertThat(again.get(1)).isEqualTo(first.get(1));
  }

  private static Sentence sentence(String text) {
    return Sentence.of(text, Language.EN);
  }

  private static float cosine(Student student, String left, String right) {
    var a = student.encode(Sentence.of(left, Language.DE));
    var b = student.encode(Sentence.of(right, Language.DE));
    float sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  private static Student read(Path file) throws IOException {
    return Student.read(new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file))));
  }
}
