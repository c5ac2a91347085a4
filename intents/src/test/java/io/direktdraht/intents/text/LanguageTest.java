package io.direktdraht.intents.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Recognisers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "hallo,DE",
    "hello,EN",
    "danke,DE",
    "thanks,EN",
    "rechnung,DE",
    "invoice,EN",
    "ja,DE",
    "yes,EN",
    "wo bleibt mein paket,DE",
    "where is my parcel,EN",
    "Bitte stornieren,DE",
    "cancel please,EN",
    "i mecht was zruckschicka,DE",
    "Ist der Newsletter okay,DE"
  })
  void tellsGermanFromEnglish(String text, Language language) {
    assertThat(Recognisers.shipped().understand(text).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Paris", "Ciao bella", "12345 67890 123", "?! ?", "😡 😡 😡"})
  void takesFewWordsForItsOwnLanguagesAsTheyMayBeNames(String text) {
    assertThat(Recognisers.shipped().understand(text).spoken()).isIn(Spoken.DE, Spoken.EN);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "spoken.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0000',
      numLinesToSkip = 1)
  void tellsWhatAMessageIsWrittenIn(Spoken spoken, String text) {
    assertThat(Recognisers.shipped().understand(text).spoken()).isEqualTo(spoken);
  }

  @Test
  void hardlyEverTakesTheBotsOwnLanguagesForAnother() {
    var examples =
        Recognisers.catalogue().intents().values().stream()
            .flatMap(intent ->
                Stream.of(Language.values())
                    .flatMap(language -> intent.examples(language).stream()))
            .toList();
    var ear = Recognisers.spoken();
    var lost = examples.stream().filter(text -> ear.detect(text).spoken() == Spoken.OTHER).toList();
    assertThat(lost).hasSizeLessThan(examples.size() / 500);
  }

  @Test
  void isUnsureWhereNothingSpeaksForEither() {
    assertThat(Recognisers.shipped().understand("12345").languageConfidence()).isLessThan(0.8);
    assertThat(Recognisers.shipped().understand("wo ist meine bestellung").languageConfidence())
        .isGreaterThan(0.95);
  }

  @ParameterizedTest
  @CsvSource({"de,DE", "de-AT,DE", "DE_ch,DE", "en,EN", "en-GB,EN", "fr,EN", "den,EN"})
  void readsLanguageCodes(String code, Language language) {
    assertThat(Language.of(code)).isEqualTo(language);
  }
}
