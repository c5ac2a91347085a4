package io.direktdraht.intents.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.direktdraht.intents.recognise.LearntRecogniser;
import io.direktdraht.intents.recognise.Recognisers;
import io.direktdraht.intents.text.NormalText;
import io.direktdraht.intents.text.Spoken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevelopmentDataTest {
  private static final Path FOLDER = Path.of("../../shared/data/dev");

  private final LearntRecogniser recogniser = Recognisers.shipped();

  @BeforeEach
  void needsTheDevelopmentData() {
    boolean present = Files.isDirectory(FOLDER);
    if (!present) {
      System.out.println("development data: absent, nothing measured");
    }
    assumeTrue(present, "no development data in " + FOLDER);
  }

  @Test
  void recognisesMostIntentsInBothLanguages() throws BrokenEvaluationFile {
    var score = IntentScore.of(recogniser, EvaluationFiles.intents(FOLDER.resolve("intents.tsv")));
    print("intents right", score.right());
    score.byLanguage().forEach((language, share) -> print("intents right " + language, share));
    print("asked back", score.asked());
    print("not understood", score.abstained());
    print("answered wrongly", score.wrongAnswered());
    System.out.printf("%-24s %.3f%n%-24s %.3f%n", "macro F1", score.macroF1(), "ECE", score.ece());
    assertThat(score.byLanguage().values()).allMatch(share -> share.rate() >= 0.6);
  }

  @Test
  void answersFewStrangeSentences() throws BrokenEvaluationFile {
    var lines = EvaluationFiles.outOfScope(FOLDER.resolve("out_of_scope.tsv"));
    var score = OutOfScopeScore.of(recogniser, lines);
    print("out of scope rejected", score.rejected());
    print("out of scope unanswered", score.notAnswered());
    assertThat(score.notAnswered().rate()).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void hearsMostWishesForAPerson() throws BrokenEvaluationFile {
    var lines = EvaluationFiles.humanRequests(FOLDER.resolve("human_request.tsv"));
    var score = AlarmScore.humanWish(recogniser, lines);
    print("human wish heard", score.heard());
    print("human wish false alarms", score.falseAlarms());
    assertThat(score.heard().rate()).isGreaterThanOrEqualTo(0.75);
    assertThat(score.falseAlarms().rate()).isLessThanOrEqualTo(0.1);
  }

  @Test
  void hearsMostStrongEmotions() throws BrokenEvaluationFile {
    var lines = EvaluationFiles.emotions(FOLDER.resolve("emotion.tsv"));
    var score = AlarmScore.emotion(recogniser, lines);
    print("emotion heard", score.heard());
    print("emotion false alarms", score.falseAlarms());
    assertThat(score.heard().rate()).isGreaterThanOrEqualTo(0.65);
    assertThat(score.falseAlarms().rate()).isLessThanOrEqualTo(0.15);
  }

  @Test
  void takesNoGermanOrEnglishForAnotherLanguage() throws BrokenEvaluationFile {
    assertThat(EvaluationFiles.intents(FOLDER.resolve("intents.tsv")))
        .extracting(line -> recogniser.understand(line.text()).spoken())
        .doesNotContain(Spoken.OTHER, Spoken.MIXED);
  }

  @Test
  void sharesNoSentenceWithWhatShips() throws Exception {
    var held = new HashSet<String>();
    for (var file : List.of("intents", "out_of_scope", "human_request", "emotion")) {
      Files.readAllLines(FOLDER.resolve(file + ".tsv")).stream()
          .map(line -> NormalText.of(line.substring(line.lastIndexOf('\t') + 1)))
          .filter(text -> text.length() > 16) // shorter ones are everybody's words
          .forEach(held::add);
    }
    var shipped = new ArrayList<String>();
    for (var folder : List.of("catalogue", "training")) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          Files.readAllLines(file).forEach(line -> shipped.add(NormalText.of(line)));
        }
      }
    }
    assertThat(shipped).hasSizeGreaterThan(4_000).doesNotContainAnyElementsOf(held);
  }

  private static void print(String what, Share share) {
    System.out.printf(
        "%-24s %3d of %3d  %5.1f %%%n", what, share.hits(), share.n(), 100 * share.rate());
  }
}
