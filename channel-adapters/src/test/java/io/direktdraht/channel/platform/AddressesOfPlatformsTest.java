package io.direktdraht.channel.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.direktdraht.channel.line.LineSettings;
import io.direktdraht.channel.mail.AccessTokens;
import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.slack.SlackSettings;
import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.webhook.WebhookSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Credentials are shown at these addresses: nobody reads them on the way.
class AddressesOfPlatformsTest {
  private static final Line.Id ID = new Line.Id("one");
  private static final URI OURS = URI.create("https://chat.example");
  private static final String LONG = "a secret of many characters";
  private static final Map<String, Consumer<URI>> SETTINGS =
      Map.of(
          "whatsapp one: url", AddressesOfPlatformsTest::whatsapp,
          "one: url", AddressesOfPlatformsTest::messenger,
          "telegram one: url",
              url -> new TelegramSettings(ID, "1:a", "0123456789abcdef", null, url, null),
          "sms one: url", url -> new SmsSettings(ID, "AC1", "t", "+4915", OURS, false, url, null),
          "slack one: url", url -> new SlackSettings(ID, "s", "xoxb-1", url, null),
          "line one: url", url -> new LineSettings(ID, "s", "t", url, null, null),
          "line one: data-url", url -> new LineSettings(ID, "s", "t", null, url, null),
          "webhook one: url", url -> new WebhookSettings(ID, url, LONG, null),
          "mail: oauth.token-url", url -> new AccessTokens.Grant(url, "id", "s", "", ""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://elsewhere.example",
        "ftp://localhost",
        "//elsewhere.example",
        "https:elsewhere",
        "https://user:hush@elsewhere.example"
      })
  void othersThanHttpsAreRefusedWithoutTheirPassword(URI address) {
    SETTINGS.forEach((setting, made) ->
        assertThatIllegalArgumentException()
            .as(setting)
            .isThrownBy(() -> made.accept(address))
            .withMessageStartingWith(setting + " must be https, or http on this machine, was ")
            .withMessageNotContaining("hush"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.example/api", "http://localhost:1", "http://127.0.0.1", "http://[::1]"})
  void httpsAndThisMachineAreTaken(URI address) {
    SETTINGS.forEach((setting, made) ->
        assertThatCode(() -> made.accept(address)).as(setting).doesNotThrowAnyException());
  }

  private static void whatsapp(URI url) {
    var _ = new WhatsAppSettings(ID, "1", null, "s", "v", "t", url, null, null, false, null);
  }

  private static void messenger(URI url) {
    var _ =
        new MessengerSettings(ID, "1", null, "s", "v", "t", null, false, url, null, null, false);
  }
}
