package io.direktdraht.channel.slack;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.Registration.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackRegistrationTest {
  @ParameterizedTest
  @CsvSource({
    "200, '{\"ok\":true,\"team\":\"Lindenhof\",\"user\":\"bot\"}', ''",
    "200, '{\"ok\":false,\"error\":\"token_revoked\"}', Slack: token_revoked",
    "200, '{\"ok\":false,\"error\":\"account_inactive\"}', Slack: account_inactive",
    "200, '{\"ok\":false,\"error\":\"internal_error\"}', ''",
    "503, '', ''"
  })
  void whoTookTheAppAwayIsNoticed(int status, String answer, String why)
      throws InterruptedException {
    try (var slack = new FakePlatform((_, _) -> "{}")) {
      slack.answering(url ->
          url.endsWith("/auth.test")
              ? Optional.of(new Reaction.Says(status, answer))
              : Optional.empty());
      assertThat(registration(slack.url()).register())
          .isEqualTo(why.isEmpty() ? new Outcome.Known() : new Outcome.Unknown(why));
    }
  }

  @Test
  void anOutageIsNoReasonToDoubt() throws InterruptedException {
    assertThat(registration(URI.create("http://localhost:1")).register())
        .isEqualTo(new Outcome.Known());
  }

  private static SlackRegistration registration(URI url) {
    var settings = SlackDialect.settings(url, Duration.ofSeconds(5));
    return new SlackRegistration(new SlackSender(settings, () -> NINE));
  }
}
