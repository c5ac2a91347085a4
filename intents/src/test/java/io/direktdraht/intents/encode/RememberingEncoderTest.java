package io.direktdraht.intents.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberingEncoderTest {
  @TempDir Path folder;

  @Test
  void asksTheEncoderOnlyForWhatIsNotOnDisk() {
    var file = folder.resolve("first-words.points");
    var encoder = new FirstWords();
    var sentences = List.of(sentence("dog barks"), sentence("invoice wrong"));
    var first = new RememberingEncoder(encoder, List.of(file)).encodeAll(sentences);
    assertThat(encoder.asked).isEqualTo(2);
    var more =
        List.of(sentence("invoice wrong"), sentence("parcel missing"), sentence("dog barks"));
    var again = new RememberingEncoder(encoder, List.of(file)).encodeAll(more);
    assertThat(encoder.asked).isEqualTo(3);
    assertThat(again.get(0)).isEqualTo(first.get(1));
    assertThat(again.get(2)).isEqualTo(first.get(0));
  }

  @Test
  void aTornFileOfPointsOnlyCostsTime() throws IOException {
    var file = folder.resolve("first-words.points");
    var sentences = List.of(sentence("dog barks"), sentence("invoice wrong"));
    var first = new RememberingEncoder(new FirstWords(), List.of(file)).encodeAll(sentences);
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    var again = new RememberingEncoder(new FirstWords(), List.of(file)).encodeAll(sentences);
    assertThat(again.get(1)).isEqualTo(first.get(1));
  }

  @Test
  void aFolderThatTakesNothingOnlyCostsTime() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "no folder").resolve("x.points");
    var points =
        new RememberingEncoder(new FirstWords(), List.of(file))
            .encodeAll(List.of(sentence("dog barks")));
    assertThat(points).hasSize(1);
  }

  @Test
  void pointsThatCouldNotBeKeptLeaveNoPart() throws IOException {
    var file = folder.resolve("x.points");
    Files.createDirectories(file.resolve("in the way"));
    new RememberingEncoder(new FirstWords(), List.of(file))
        .encodeAll(List.of(sentence("dog barks")));
    assertThat(folder.toFile().list()).containsExactly("x.points");
  }

  private static Sentence sentence(String text) {
    return Sentence.of(text, Language.EN);
  }
}
