package io.direktdraht.channel.setup;

import static io.direktdraht.channel.setup.SetUp.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Patience;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final URI HERE = URI.create("https://chat.example");
  private final SetUp setUp = new SetUp();

  @AfterEach
  void close() {
    setUp.close();
  }

  @Test
  void aLineThatIsKeptHearsAtOnceAndOneThatIsForgottenNoMore() {
    assertThat(setUp.hears(setUp.dialect.wrote(1, 1, "zu früh")).getStatus()).isEqualTo(404);
    setUp.keep();
    assertThat(setUp.lines.delivers(LINE)).isTrue();
    assertThat(setUp.hears(setUp.dialect.wrote(1, 2, "Hallo")).getStatus()).isEqualTo(200);
    Patience.until(
        "it is in the log", () -> setUp.log.latest(LINE, setUp.dialect.id(1)).isPresent());
    assertThat(setUp.outboxes.find(LINE)).isPresent();
    assertThat(setUp.roster.forget(LINE, "olga")).isTrue();
    assertThat(setUp.roster.forget(LINE, "olga")).isFalse();
    assertThat(setUp.hears(setUp.dialect.wrote(1, 3, "zu spät")).getStatus()).isEqualTo(404);
    assertThat(setUp.lines.delivers(LINE)).isFalse();
    assertThat(setUp.outboxes.find(LINE)).isEmpty();
  }

  @Test
  void secretsAreNeverShownAndNotReadInTheDatabase() {
    setUp.keep();
    assertThat(setUp.roster.told(LINE))
        .containsOnlyKeys("phone-number-id", "verify-token", "url")
        .containsEntry("verify-token", WhatsAppDialect.VERIFY_TOKEN);
    assertThat(setUp.kept.all().getFirst().sealed())
        .doesNotContain(WhatsAppDialect.APP_SECRET, WhatsAppDialect.PHONE);
    assertThat(setUp.kept.all().getFirst().by()).isEqualTo("olga");
  }

  @Test
  void aSecretThatIsNotToldStaysAndOneThatIsToldCounts() {
    setUp.keep();
    setUp.keep("app-secret", "", "access-token", "", "verify-token", "new-verify-token");
    assertThat(setUp.hears(setUp.dialect.wrote(1, 1, "Hallo")).getStatus()).isEqualTo(200);
    assertThat(setUp.roster.told(LINE)).containsEntry("verify-token", "new-verify-token");
    setUp.keep("app-secret", "another-secret");
    assertThat(setUp.hears(setUp.dialect.wrote(1, 2, "Hallo")).getStatus()).isEqualTo(401);
  }

  /// Else whoever sets lines up could have them shown at an address of their own.
  @Test
  void noSecretIsShownAtAnAddressForWhichItWasNotTold() {
    setUp.keep();
    var before = setUp.kept.all();
    var elsewhere = "https://elsewhere.example";
    assertThatThrownBy(() -> setUp.keep("url", elsewhere, "app-secret", "", "access-token", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "url is another address now, and earlier secrets are not shown there: tell app-secret, access-token again");
    assertThatThrownBy(() -> setUp.keep("url", elsewhere, "access-token", ""))
        .hasMessageEndingWith("tell access-token again");
    assertThat(setUp.kept.all()).isEqualTo(before);
    setUp.keep("url", elsewhere);
    assertThat(setUp.roster.told(LINE)).containsEntry("url", elsewhere);
    setUp.keep("url", "", "app-secret", "", "access-token", ""); // the platform's own
    assertThat(setUp.roster.told(LINE)).doesNotContainKey("url");
  }

  @Test
  void whatMakesNoSenseChangesNothing() {
    setUp.keep();
    var before = setUp.kept.all();
    assertThatThrownBy(() -> setUp.keep("phone-number-id", "abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("phone-number-id must be digits");
    assertThatThrownBy(() -> setUp.keep("url", "no address")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> setUp.roster.keep(LINE, "fax", setUp.told(), "olga"))
        .hasMessageContaining("'fax' is no channel");
    assertThatThrownBy(
            () -> setUp.roster.keep(new Line.Id("web"), "whatsapp", setUp.told(), "olga"))
        .hasMessageContaining("a line is called web already");
    assertThat(setUp.kept.all()).isEqualTo(before);
    assertThat(setUp.hears(setUp.dialect.wrote(1, 1, "Hallo")).getStatus()).isEqualTo(200);
  }

  @Test
  void anotherNodeFollows() {
    setUp.keep();
    try (var other = new SetUp(setUp.kept, 1, HERE)) {
      assertThat(other.hears(other.dialect.wrote(1, 1, "Hallo")).getStatus()).isEqualTo(200);
      setUp.keep("app-secret", "another-secret");
      other.roster.refresh();
      assertThat(other.hears(other.dialect.wrote(1, 2, "Hallo")).getStatus()).isEqualTo(401);
      setUp.roster.forget(LINE, "olga");
      other.roster.refresh();
      assertThat(other.hears(other.dialect.wrote(1, 3, "Hallo")).getStatus()).isEqualTo(404);
    }
  }

  @Test
  void underAnotherMasterKeyTheLineIsShutUntilEverythingIsToldAnew() {
    setUp.keep();
    try (var later = new SetUp(setUp.kept, 2, HERE)) {
      assertThat(later.roster.problems().get(LINE)).contains("another master key");
      assertThat(later.hears(later.dialect.wrote(1, 1, "Hallo")).getStatus()).isEqualTo(404);
      assertThatThrownBy(() -> later.keep("app-secret", ""))
          .hasMessageContaining("app-secret must not be empty");
      later.keep();
      assertThat(later.roster.problems()).isEmpty();
      assertThat(later.hears(later.dialect.wrote(1, 2, "Hallo")).getStatus()).isEqualTo(200);
    }
  }
}
