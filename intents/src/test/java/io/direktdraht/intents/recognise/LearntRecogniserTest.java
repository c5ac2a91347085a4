package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.QuickReply;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.encode.FirstWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearntRecogniserTest {
  private final LearntRecogniser recogniser = Recognisers.shipped();

  @ParameterizedTest
  @CsvSource({
    "Wo ist denn meine Bestellung LH-123456?, order_status",
    "bitte die bestellung stornieren, order_cancel",
    "Habt ihr sonntags offen?, opening_hours",
    "please cancel my order, order_cancel",
    "I forgot my password, account_login_problem",
    "How can I pay?, payment_methods",
    "vielen dank fuer die hilfe, thanks"
  })
  void isSureOfPlainRequests(String text, String intent) {
    assertThat(recogniser.understand(text).verdict())
        .isInstanceOfSatisfying(
            Verdict.Sure.class, sure -> assertThat(sure.candidate().intent()).isEqualTo(intent));
  }

  @ParameterizedTest
  @CsvSource({"asdfghjkl", "wie wird das wetter", "write me a poem about the sea", "🤷"})
  void doesNotAnswerWhatIsNoneOfOurs(String text) {
    assertThat(recogniser.understand(text).verdict()).isNotInstanceOf(Verdict.Sure.class);
  }

  @Test
  void understandsEveryQuickReplyItOffers() {
    var payloads =
        ((Loaded.Valid) CatalogueFiles.bundled())
            .catalogue().intents().values().stream()
                .flatMap(intent -> intent.answers().values().stream())
                .flatMap(List::stream)
                .flatMap(answer -> answer.quickReplies().stream())
                .map(QuickReply::payload)
                .distinct()
                .toList();
    assertThat(payloads)
        .hasSizeGreaterThan(10)
        .allSatisfy(payload -> {
          var understood = recogniser.understand(payload);
          assertThat(
                  understood.humanWish().wanted() || understood.verdict() instanceof Verdict.Sure)
              .as(payload + understood)
              .isTrue();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"kunde@example.org", "LH-402915", "10115", "mensch@example.org", "12.3."})
  void aBareAnswerToAQuestionIsNeitherAWishNorAMood(String text) {
    var understood = recogniser.understand(text);
    assertThat(understood.humanWish()).isEqualTo(HumanWish.NONE);
    assertThat(understood.emotion()).isEqualTo(Emotion.NONE);
    assertThat(understood.gravity()).isEqualTo(Gravity.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "hat sich geklärt, NOTED",
    "got it, NOTED",
    "damit kann ich nichts anfangen, REJECTED",
    "you already told me that, REJECTED",
    "und was kostet der Versand, NONE",
    "which colours are there, NONE"
  })
  void hearsWhatIsSaidAboutAnAnswer(String text, Reaction reaction) {
    assertThat(recogniser.understand(text).reaction()).isEqualTo(reaction);
  }

  @Test
  void findsTwoRequestsInOneMessage() {
    assertThat(
            recogniser
                .understand("Wann habt ihr am Samstag geöffnet? Und kann ich mit PayPal bezahlen?")
                .requests())
        .containsExactly("opening_hours", "payment_methods");
    assertThat(recogniser.understand("Wo ist mein Paket? Wurde es schon verschickt?").requests())
        .isEmpty();
  }

  /// The floor under the catalogue's own cross-validation: examples that contradict each other, or
  /// land under the wrong intent, pull it down.
  @Test
  void tellsItsOwnExamplesApartInCrossValidation() {
    System.out.printf("right in cross-validation %.1f %%%n", 100 * recogniser.heldOutAccuracy());
    assertThat(recogniser.heldOutAccuracy()).isGreaterThan(0.7);
  }

  @Test
  void givesProbabilitiesThatAddUpToAtMostOne() {
    var understanding = recogniser.understand("wann kommt mein paket");
    double sum = understanding.candidates().stream().mapToDouble(Candidate::probability).sum();
    assertThat(sum + understanding.outOfScope()).isLessThanOrEqualTo(1.000001);
    assertThat(understanding.candidates()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void hearsARequestThroughWhatIsSaidAroundIt() {
    assertThat(sure("my head is full of wool today. where can I type in the voucher"))
        .isEqualTo("voucher_redeem");
    assertThat(sure("der hund hat schon wieder gebellt. wie viel kostet der versand"))
        .isEqualTo("delivery_options");
    assertThat(recogniser.understand("der hund hat gebellt. die sonne scheint heute").verdict())
        .isInstanceOf(Verdict.Unknown.class);
  }

  private String sure(String text) {
    return recogniser.understand(text).verdict() instanceof Verdict.Sure(var best)
        ? best.intent()
        : "not sure";
  }

  @Test
  void learnsTheSameEachTimeAndReadsTheSameFromDisk(@TempDir Path folder) {
    var small =
        Catalogues.of(
            Map.of(
                "greeting",
                "hallo\nguten tag\nmoin zusammen",
                "goodbye",
                "tschüss\nbis bald\nauf wiedersehen"));
    var first = Recognisers.learning(new FirstWords()).learn(small);
    var models = new Models(List.of(folder), List.of(new FirstWords()), Recognisers.SETTINGS);
    for (var again : List.of(models.recogniser(small), models.recogniser(small)))
      for (var text : List.of("wo ist mein paket", "hallo", "sonstiges", "i want a human"))
        assertThat(again.understand(text)).isEqualTo(first.understand(text));
    assertThat(folder).isDirectoryContaining("glob:**.model");
  }

  @Test
  void aBrokenModelOnDiskIsLearntAnew(@TempDir Path folder) throws IOException {
    var small =
        Catalogues.of(Map.of("greeting", "hallo\nguten tag", "goodbye", "tschüss\nbis bald"));
    var models = new Models(List.of(folder), List.of(), Recognisers.SETTINGS);
    var before = models.recogniser(small).understand("hallo");
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) Files.writeString(file, "torn");
    }
    assertThat(models.recogniser(small).understand("hallo")).isEqualTo(before);
  }

  @Test
  void saysHowLongAMessageTakes() {
    IntStream.range(0, 300).forEach(i -> recogniser.understand("wo bleibt mein paket nummer " + i));
    long before = System.nanoTime();
    IntStream.range(0, 200).forEach(i -> recogniser.understand("wo bleibt mein paket nummer " + i));
    var each = Duration.ofNanos((System.nanoTime() - before) / 200);
    System.out.println("understand: " + each.toNanos() / 1000 + " microseconds a message");
    assertThat(each).isLessThan(Duration.ofSeconds(1)); // the machine may be busy with other things
  }

  @Test
  void judgesByBands() {
    var bands = new RecognitionBands(0.6, 0.2, 0.3, 0.5);
    var first = new Candidate("a", 0.7);
    var second = new Candidate("b", 0.2);
    assertThat(bands.judge(List.of(first, second), 0.05)).isEqualTo(new Verdict.Sure(first));
    assertThat(bands.judge(List.of(first, second), 0.6)).isEqualTo(new Verdict.Unknown());
    assertThat(bands.judge(List.of(new Candidate("a", 0.45), second), 0.1))
        .isInstanceOf(Verdict.Between.class);
    assertThat(bands.judge(List.of(second), 0.1)).isEqualTo(new Verdict.Unknown());
    assertThat(bands.judge(List.of(), 0)).isEqualTo(new Verdict.Unknown());
  }
}
