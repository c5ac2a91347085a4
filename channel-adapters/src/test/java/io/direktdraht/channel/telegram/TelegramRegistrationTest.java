package io.direktdraht.channel.telegram;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.Registration.Outcome;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramRegistrationTest {
  private static final Line.Id LINE = new Line.Id("tg");

  @Test
  void telegramIsToldAddressSecretAndUpdates() throws InterruptedException {
    try (var telegram = platform()) {
      assertThat(register(telegram.url())).isEmpty();
      var call = telegram.accepted().getFirst();
      assertThat(telegram.lastPath()).isEqualTo("/bot" + TelegramDialect.TOKEN + "/setWebhook");
      assertThat(call.path("url").asString())
          .isEqualTo("https://chat.example/webhooks/telegram/tg");
      assertThat(call.path("secret_token").asString()).isEqualTo(TelegramDialect.SECRET);
      assertThat(call.path("allowed_updates").valueStream().map(one -> one.asString()))
          .containsExactly("message", "edited_message", "callback_query", "my_chat_member");
    }
  }

  private static Reaction info(String url, String more) {
    var body = "{\"ok\":true,\"result\":{\"url\":\"%s\"%s}}".formatted(url, more);
    return new Reaction.Says(200, body);
  }

  /// `before`: how many seconds ago.
  private static String failed(int pending, int before) {
    return ",\"pending_update_count\":%d,\"last_error_date\":%d,\"last_error_message\":\"Wrong response from the webhook: 502 Bad Gateway\""
        .formatted(pending, NINE.getEpochSecond() - before);
  }

  @Test
  void onceToldTelegramIsAskedWhetherItStillKnowsAndWhatItMet() throws InterruptedException {
    var ours = "https://chat.example/webhooks/telegram/tg";
    try (var telegram = platform()) {
      var registration =
          TelegramRegistration.of(
              settings(telegram.url(), URI.create("https://chat.example")), () -> NINE);
      assertThat(registration.register()).isEqualTo(new Outcome.Known());
      telegram.next(
          info(ours, ",\"pending_update_count\":0"),
          info(ours, failed(3, 60)),
          info(ours, failed(0, 60)),
          info(ours, failed(3, 3600)),
          new Reaction.Says(502, "<html>"),
          info("https://elsewhere.example", ""));
      assertThat(registration.register()).isEqualTo(new Outcome.Known());
      assertThat(registration.register())
          .isEqualTo(
              new Outcome.Unknown(
                  "Telegram could not call us: Wrong response from the webhook: 502 Bad Gateway"));
      assertThat(registration.register()).isEqualTo(new Outcome.Known());
      assertThat(registration.register()).isEqualTo(new Outcome.Known());
      assertThat(registration.register()).isEqualTo(new Outcome.Unknown("HTTP 502"));
      assertThat(telegram.accepted()).hasSize(1);
      assertThat(registration.register())
          .isEqualTo(new Outcome.Renewed("Telegram was told another address"));
      assertThat(telegram.accepted()).hasSize(2);
    }
  }

  @Test
  void whatTelegramRefusesIsSaidWithoutTheToken() throws InterruptedException {
    try (var telegram = platform()) {
      telegram.next(
          TelegramDialect.error(400, "Bad Request: bad webhook: HTTPS url must be provided", ""),
          new Reaction.Says(502, "<html>"),
          new Reaction.Says(200, "<html>login</html>"),
          new Reaction.Breaks(Fault.EMPTY_RESPONSE));
      assertThat(register(telegram.url()))
          .contains("Telegram 400: Bad Request: bad webhook: HTTPS url must be provided");
      assertThat(register(telegram.url())).contains("HTTP 502");
      assertThat(register(telegram.url())).isPresent();
      assertThat(register(telegram.url()).orElseThrow()).doesNotContain("token-secret");
      assertThat(register(telegram.url())).isEmpty();
    }
    assertThat(register(URI.create("http://localhost:1")).orElseThrow())
        .doesNotContain("token-secret");
  }

  @Test
  void withoutAnAddressOfOursItIsDoneByHand() {
    var settings = settings(URI.create("http://localhost"), null);
    assertThat(TelegramRegistration.of(settings, () -> NINE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://chat.example", "https://chat.example/", "chat.example"})
  void anAddressThatTelegramCannotCallIsRefused(String address) {
    var api = URI.create("http://localhost");
    assertThatThrownBy(() -> settings(api, URI.create(address)))
        .hasMessageContaining("telegram tg: public-url must be like https://chat.example");
  }

  private static FakePlatform platform() {
    return new FakePlatform((_, _) -> "{\"ok\":true,\"result\":true}");
  }

  private static Optional<String> register(URI api) throws InterruptedException {
    var settings = settings(api, URI.create("https://chat.example"));
    var registration = TelegramRegistration.of(settings, () -> NINE);
    assertThat(registration).isNotNull();
    return switch (registration.register()) {
      case Outcome.Known() -> Optional.empty();
      case Outcome.Renewed(var why) -> throw new AssertionError(why);
      case Outcome.Unknown(var why) -> Optional.of(why);
    };
  }

  private static TelegramSettings settings(URI api, @Nullable URI ours) {
    return new TelegramSettings(
        LINE, TelegramDialect.TOKEN, TelegramDialect.SECRET, ours, api, null);
  }
}
