package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.direktdraht.channel.mail.MailLine.Security;
import io.direktdraht.channel.mail.MailSettings.OAuth;
import io.direktdraht.conversation.Line;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
  private static final URI TOKENS = URI.create("https://login.example/token");

  @Test
  void whatIsNotToldIsTheDefault() {
    var line = told("imaps://imap.x:993", "smtp://smtp.x:587", "geheim", null).line("Lindenhof");
    assertThat(line.name()).isEqualTo("Lindenhof");
    assertThat(line.folder()).isEqualTo("INBOX");
    assertThat(line.plus()).isFalse();
    assertThat(line.imap().security()).isEqualTo(Security.TLS);
    assertThat(line.smtp().security()).isEqualTo(Security.STARTTLS);
    assertThat(told("imap://localhost:1", "smtp://127.0.0.1:2", "x", null).line("L").imap())
        .extracting(MailLine.Server::security)
        .isEqualTo(Security.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "imap.x:993, smtps://x:465, imap must be imaps://host:port",
    "imaps://x, smtps://x:465, imap must be imaps://host:port",
    "imaps://x:993, https://x:465, smtp must be smtps://host:port",
    "smtps://x:465, smtps://x:465, imap must be imaps://host:port"
  })
  void addressesOfServersHaveAHostAndAPort(URI imap, URI smtp, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> told(imap.toString(), smtp.toString(), "geheim", null))
        .withMessageContaining("mail-de: " + why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imaps://hilfe:geheim@imap.x:993",
        "imaps://hilfe:ge@heim@imap.x:993",
        "imaps:hilfe:geheim@imap.x:993",
        "https://hilfe:geheim@imap.x"
      })
  void aPasswordInAnAddressIsRefusedAndNotRepeated(String imap) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> told(imap, "smtps://x:465", "x", null))
        .withMessageContaining("imap must be imaps://host:port")
        .withMessageNotContaining("heim");
  }

  @Test
  void aPasswordOrAGrantIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logsIn("", null))
        .withMessageContaining("password must not be empty without an oauth");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logsIn(null, new OAuth(TOKENS, "", null, null, null)))
        .withMessageContaining("oauth.client-id must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logsIn(null, new OAuth(null, "client", "s", null, null)))
        .withMessageContaining("oauth.token-url must not be empty");
    var granted = logsIn(null, new OAuth(TOKENS, "client", "s", null, null)).line("L");
    assertThat(granted.imap().credential()).isInstanceOf(AccessTokens.class);
    assertThat(granted.imap().credential()).isSameAs(granted.smtp().credential());
  }

  /// A page never forgets a secret that it was told.
  @Test
  void secretsThatAreLeftOfAnotherWayCountForNothing() {
    var line = logsIn("geheim", new OAuth(null, null, "old", "old", null)).line("L");
    assertThat(line.imap().credential()).isInstanceOf(Credential.Password.class);
  }

  @Test
  void noSecretIsInItsText() {
    var oauth = new OAuth(TOKENS, "client", "verysecret", "verysecret", null);
    assertThat(logsIn("verysecret", oauth).toString() + oauth).doesNotContain("verysecret");
  }

  private static MailSettings logsIn(@Nullable String password, @Nullable OAuth oauth) {
    return told("imaps://x:993", "smtps://x:465", password, oauth);
  }

  private static MailSettings told(
      String imap, String smtp, @Nullable String password, @Nullable OAuth oauth) {
    return new MailSettings(
        new Line.Id("mail-de"),
        "hilfe@shop.example",
        null,
        URI.create(imap),
        URI.create(smtp),
        "hilfe",
        password,
        oauth,
        null,
        null,
        " ");
  }
}
