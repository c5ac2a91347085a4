package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Escalation.Reason;
import org.junit.jupiter.api.Test;

/// A photo without a word is nothing to misunderstand.
class FilesOnlyTest {
  private final Talk talk = new Talk();

  @Test
  void isThankedForAndNeverAFailure() {
    talk.says(unknown("asdf"));
    talk.says(files());
    assertThat(words()).contains("die Datei ist angekommen", "Worum geht es");
    assertThat(talk.memory().failures()).isEqualTo(1);
  }

  @Test
  void severalInARowAreThankedForOnce() {
    talk.says(files());
    assertThat(talk.says(files())).isInstanceOf(Decision.Silence.class);
    talk.says(sure("opening_hours"));
    assertThat(talk.says(files())).isInstanceOf(Decision.Thank.class);
  }

  @Test
  void whatWasAskedIsAskedAgain() {
    talk.says(sure("order_status"));
    talk.says(files());
    assertThat(words()).contains("die Datei ist angekommen", "Bestellnummer");
    assertThat(talk.says(bare("LH-402915"))).isInstanceOf(Decision.Act.class);
  }

  @Test
  void whileWaitingItIsSimplyThere() {
    talk.says(pressed("human"));
    assertThat(talk.says(files())).isInstanceOf(Decision.Silence.class);
    assertThat(talk.words()).isEmpty();
  }

  @Test
  void aPlaceOrAStickerIsNoFileAndNoFailureEither() {
    talk.says(new Heard("", null, unknown("").understanding(), Heard.Wordless.THINGS));
    assertThat(words()).contains("das ist angekommen", "Worum geht es").doesNotContain("Datei");
    assertThat(talk.memory().failures()).isZero();
  }

  /// Who speaks and goes on speaking reaches somebody who listens.
  @Test
  void aVoiceMessageIsNotHeardAndTheSecondBringsAPerson() {
    talk.says(voice());
    assertThat(words()).contains("nicht anhören");
    assertThat(talk.words().orElseThrow().choices())
        .extracting(Content.Choice::payload)
        .containsExactly("/human");
    assertThat(DecidingTest.reason(talk.says(voice()))).isEqualTo(Reason.TWO_STRIKES);
    assertThat(talk.says(voice())).isInstanceOf(Decision.Silence.class);
  }

  private static Heard voice() {
    return new Heard("", null, unknown("").understanding(), Heard.Wordless.VOICE);
  }

  private static Heard files() {
    return new Heard("", null, unknown("").understanding(), Heard.Wordless.FILES);
  }

  private String words() {
    return talk.words().map(Content::text).orElse("");
  }
}
