package io.direktdraht.console.desk;

import static io.direktdraht.conversation.log.Logs.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.log.Inbound;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskWordsTest {
  private static final Instant DUE = Instant.parse("2026-11-23T13:00:00Z");
  private final Offices office = new Offices();
  private final DeskWords words = office.desk.words();

  @Test
  void germanTimesAreTheCompanys() {
    var seen = from("de");
    assertThat(words.day(seen, DUE)).isEqualTo("Montag, 23. November 2026, 14:00");
    assertThat(words.slot(seen, DUE)).isEqualTo("23.11.26, 14:00");
  }

  /// Somebody in Leeds reads another clock.
  @Test
  void englishTimesSayByWhichClock() {
    var seen = from("en");
    assertThat(words.day(seen, DUE)).contains("Monday", "23 November 2026").endsWith("14:00 CET");
    assertThat(words.slot(seen, DUE)).isEqualTo("23/11/2026, 14:00 CET");
    var summer = Instant.parse("2026-07-01T12:00:00Z");
    assertThat(words.slot(seen, summer)).endsWith("14:00 CEST");
  }

  private Conversation from(String language) {
    var inbound = new Inbound(WEB, language, language, Content.text("?"), language, office.now);
    return office.ports.intake().receive(inbound).conversation();
  }
}
