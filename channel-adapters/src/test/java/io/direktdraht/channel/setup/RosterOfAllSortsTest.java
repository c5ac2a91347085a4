package io.direktdraht.channel.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.mail.MailLine;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.line.MemoryKeptLines;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mailboxes and Direct Lines come and go like lines of platforms.
class RosterOfAllSortsTest {
  private static final Line.Id MAIL = new Line.Id("mail-de");
  private static final Line.Id DIRECT = new Line.Id("app");
  private static final String SECRET = "a secret of thirty-two characters";
  private static final Map<String, String> BOX =
      Map.of("address", "hilfe@shop.example", "password", "geheim");
  private final KeptLines kept = new MemoryKeptLines();
  private final Sorts sorts = new Sorts(kept);

  @AfterEach
  void close() {
    sorts.close();
  }

  @Test
  void aMailboxIsOpenAndSendsUntilItIsRemoved() {
    sorts.roster.keep(MAIL, "email", BOX, "olga");
    assertThat(sorts.lines.delivers(MAIL)).isTrue();
    assertThat(sorts.outboxes.find(MAIL)).isPresent();
    assertThat(sorts.mailboxes.first().map(MailLine::id)).contains(MAIL);
    assertThat(sorts.roster.told(MAIL)).containsOnlyKeys("address");
    assertThat(kept.all().getFirst().sealed()).doesNotContain("geheim");
    sorts.roster.forget(MAIL, "olga");
    assertThat(sorts.lines.knows(MAIL)).isFalse();
    assertThat(sorts.outboxes.find(MAIL)).isEmpty();
    assertThat(sorts.mailboxes.first()).isEmpty();
    assertThat(sorts.board.find(MAIL)).isEmpty();
  }

  @Test
  void aDirectLineGivesTokensAndNothingIsCarriedThere() {
    sorts.roster.keep(DIRECT, "directline", Map.of("secret", SECRET), "olga");
    assertThat(sorts.token(SECRET)).isEqualTo(200);
    assertThat(sorts.lines.knows(DIRECT)).isTrue();
    assertThat(sorts.lines.delivers(DIRECT)).isFalse();
    assertThat(sorts.outboxes.find(DIRECT)).isEmpty();
    sorts.roster.keep(DIRECT, "directline", Map.of("secret", "", "name", "Lina"), "olga");
    assertThat(sorts.token(SECRET)).isEqualTo(200);
    sorts.roster.forget(DIRECT, "olga");
    assertThat(sorts.token(SECRET)).isEqualTo(403);
  }

  @Test
  void whatMakesNoSenseIsSaidAsInTheSettingsFile() {
    assertThatThrownBy(
            () -> sorts.roster.keep(DIRECT, "directline", Map.of("secret", "short"), "olga"))
        .hasMessage("directline app: secret needs at least 32 characters");
    assertThatThrownBy(
            () -> sorts.roster.keep(MAIL, "email", Map.of("address", "hilfe@shop.example"), "olga"))
        .hasMessage("mail-de: password must not be empty without an oauth");
    assertThat(kept.all()).isEmpty();
  }

  @Test
  void oneThatBreaksLeavesNothingBehindAndHarmsNoOther() {
    var broken = new Line.Id("a-first");
    sorts.roster.keep(broken, "fragile", Map.of(), "olga");
    sorts.roster.keep(MAIL, "email", BOX, "olga");
    sorts.roster.keep(DIRECT, "directline", Map.of("secret", SECRET), "olga");
    assertThat(sorts.roster.problems()).containsOnly(Map.entry(broken, "broke"));
    assertThat(sorts.lines.knows(broken)).isFalse();
    assertThat(sorts.board.find(broken)).isEmpty();
    assertThat(sorts.outboxes.find(MAIL)).isPresent();
    try (var other = new Sorts(kept)) {
      assertThat(other.outboxes.find(MAIL)).isPresent();
      assertThat(other.token(SECRET)).isEqualTo(200);
    }
  }

  @Test
  void anotherNodeFollows() {
    try (var other = new Sorts(kept)) {
      sorts.roster.keep(MAIL, "email", BOX, "olga");
      sorts.roster.keep(DIRECT, "directline", Map.of("secret", SECRET), "olga");
      other.roster.refresh(); // unless it looked by itself before
      assertThat(other.token(SECRET)).isEqualTo(200);
      assertThat(other.mailboxes.first().map(MailLine::id)).contains(MAIL);
      sorts.roster.forget(MAIL, "olga");
      sorts.roster.forget(DIRECT, "olga");
      other.roster.refresh();
      assertThat(other.mailboxes.first()).isEmpty();
      assertThat(other.token(SECRET)).isEqualTo(403);
    }
  }
}
