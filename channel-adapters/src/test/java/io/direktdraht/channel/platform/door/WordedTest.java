package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.door.Brought.Missed;
import io.direktdraht.channel.platform.door.Brought.Why;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.words.Phrases;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordedTest {
  private static final Thing PLACE = Thing.of(Thing.Kind.PLACE, "52.5, 13.4");
  private static final Thing PHOTO = new Thing(Thing.Kind.PHOTO, null, "1");
  private final Worded worded = new Worded();

  @Test
  void bothLanguagesHaveAWordForEverything() {
    var phrases = Phrases.beside(Worded.class, "de", "en");
    assertThat(phrases.names("de")).isEqualTo(phrases.names("en"));
    for (var kind : Thing.Kind.values()) assertThat(phrases.names("en")).contains(kind.name());
    for (var why : Why.values()) assertThat(phrases.names("en")).contains("why." + why);
  }

  @Test
  void aPlaceIsShownInTheContactsLanguageAndIsNothingToUnderstand() {
    var content = worded.content(Content.text(""), List.of(PLACE), Brought.NOTHING, "en");
    assertThat(content.text()).isEqualTo("[location: 52.5, 13.4]");
    assertThat(content.wordless()).isTrue();
    assertThat(worded.content(Content.text(""), List.of(PLACE), Brought.NOTHING, "de").text())
        .isEqualTo("[Standort: 52.5, 13.4]");
  }

  @Test
  void wordsBesideItAreUnderstoodAlone() {
    var content = worded.content(Content.text("hier"), List.of(PLACE), Brought.NOTHING, "de");
    assertThat(content.text()).isEqualTo("[Standort: 52.5, 13.4]\nhier");
    assertThat(content.payload()).isEqualTo("hier");
  }

  @Test
  void wordsThatBeginWithASlashArePressingNothing() {
    var content = worded.content(Content.text("/human"), List.of(PLACE), Brought.NOTHING, "de");
    assertThat(content.payload()).isEqualTo(" /human");
  }

  @Test
  void ofSeveralFilesTheOnesThatCameAreThere() {
    var brought =
        new Brought(
            List.of(Files.picture("a.png")), List.of(new Missed(PHOTO, Why.GONE, "HTTP 404")));
    var content = worded.content(Content.text(""), List.of(PHOTO, PHOTO), brought, "de");
    assertThat(content.attachments()).hasSize(1);
    assertThat(content.automatic()).isFalse();
    assertThat(content.wordless()).isTrue();
    assertThat(worded.note(brought.missed()))
        .isEqualTo(
            "Nicht abgerufen: Foto. Grund: nicht mehr vorhanden (HTTP 404).\n"
                + "Not fetched: photo. Reason: no longer there (HTTP 404).");
  }
}
