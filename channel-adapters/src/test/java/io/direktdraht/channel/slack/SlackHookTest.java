package io.direktdraht.channel.slack;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Ignored;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackHookTest {
  private static final String COMMAND =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String VERIFICATION =
      "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"abc\"}";
  private final Hook hook =
      new SlackHook(
          SlackDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)), () -> NINE);

  @Test
  void theGoldenVectorsHold() {
    assertThat(
            golden(
                "8f742231b10e8888abcd99yyyzzz85a5",
                1_531_420_618,
                COMMAND,
                "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"))
        .isTrue();
    var right = "4eadba9dab654e12b4b8f356a0d131f1b71b686101caa9b6e4fe0b94df4f6467";
    assertThat(golden("test_signing_secret", 1_700_000_000, VERIFICATION, right)).isTrue();
    assertThat(golden("test_signing_secret", 1_700_000_001, VERIFICATION, right)).isFalse();
    assertThat(golden("test_signing_secret", 1_700_000_000, VERIFICATION + " ", right)).isFalse();
  }

  private static boolean golden(String secret, long seconds, String body, String digits) {
    var headers =
        Map.of(
            "x-slack-request-timestamp", List.of("" + seconds),
            "x-slack-signature", List.of("v0=" + digits));
    var settings = new SlackSettings(new Line.Id("s"), secret, SlackDialect.TOKEN, null, null);
    return new SlackHook(settings, () -> Instant.ofEpochSecond(seconds))
        .authentic(new Webhook(headers, body.getBytes(StandardCharsets.UTF_8), ""));
  }

  @Test
  void aSignatureHoldsForFiveMinutes() {
    var dialect = new SlackDialect();
    var body = VERIFICATION.getBytes(StandardCharsets.UTF_8);
    for (long seconds : new long[] {-301, -300, 300, 301}) {
      var headers = new java.util.HashMap<String, List<String>>();
      dialect.at(seconds, body).forEach(headers::put);
      assertThat(hook.authentic(new Webhook(headers, body, "")))
          .as("%d s", seconds)
          .isEqualTo(Math.abs(seconds) <= 300);
    }
  }

  @Test
  void theHandshakeIsAnsweredWithItsChallenge() {
    var telling = hook.read(VERIFICATION);
    assertThat(telling.answer()).isEqualTo(new Hook.Answer("text/plain", "abc"));
    assertThat(telling.occurrences()).containsExactly(new Ignored("handshake"));
  }

  @Test
  void readsWhatSomebodyWrote() {
    var body = SlackDialect.message(1, 5, "\"text\":\"hello &amp; &lt;b&gt;\"");
    var said = (Said) only(body);
    assertThat(said.content().text()).isEqualTo("hello & <b>");
    assertThat(said.key()).isEqualTo("D00000001:1700000000.000005");
    assertThat(said.order()).isEqualTo(1_700_000_000_000_005L);
    assertThat(hook.read(body).key()).isEqualTo("event:Ev5");
  }

  @Test
  void whoAnswersInAThreadIsTheSameContact() {
    var said = (Said) only(SlackDialect.threaded(1, 5, 1, "x"));
    assertThat(said.from().id()).isEqualTo("D00000001");
    assertThat(said.content().echo()).isEqualTo("1700000000.000001");
  }

  @Test
  void whatBeginsAThreadIsInNone() {
    assertThat(((Said) only(SlackDialect.threaded(1, 5, 5, "x"))).content().echo()).isNull();
    var nonsense = SlackDialect.message(1, 5, "\"text\":\"x\",\"thread_ts\":\"<!here>\"");
    assertThat(((Said) only(nonsense)).content().echo()).isNull();
  }

  @Test
  void filesComeBesideTheText() {
    var shared =
        "\"subtype\":\"file_share\",\"text\":\"hier\",\"files\":[{\"id\":\"F1\",\"name\":\"a.png\",\"mimetype\":\"image/png\"}]";
    var said = (Said) only(SlackDialect.message(1, 5, shared));
    assertThat(said.content().text()).isEqualTo("hier");
    assertThat(said.things()).containsExactly(Thing.of(Thing.Kind.PHOTO, "a.png"));
    assertThat(((Said) only(SlackDialect.message(1, 6, "\"text\":\"\""))).things())
        .containsExactly(Thing.of(Thing.Kind.OTHER, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"bot_id\":\"B1\",\"text\":\"x\"|echo",
        "\"app_id\":\"A1\",\"text\":\"x\"|echo",
        "\"subtype\":\"bot_message\",\"text\":\"x\"|subtype",
        "\"subtype\":\"message_changed\",\"hidden\":true,\"message\":{\"bot_id\":\"B1\",\"ts\":\"1.000001\",\"text\":\"y\"}|echo",
        "\"subtype\":\"channel_join\",\"text\":\"x\"|subtype"
      })
  void whatIsNoMessageOfAContactIsCounted(String more, String kind) {
    assertThat(only(SlackDialect.message(1, 1, more))).isEqualTo(new Ignored(kind));
  }

  @Test
  void ourOwnUserOtherChannelsAndOtherEventsAreLeftAlone() {
    var message = SlackDialect.message(1, 1, "\"text\":\"x\"");
    assertThat(only(message.replace("U00000001", "U0BOT"))).isEqualTo(new Ignored("echo"));
    assertThat(only(message.replace("\"im\"", "\"channel\""))).isEqualTo(new Ignored("channel"));
    var mention = SlackDialect.callback(2, "{\"type\":\"app_mention\",\"text\":\"x\"}");
    assertThat(only(mention)).isEqualTo(new Ignored("event"));
    var gone = SlackDialect.callback(3, "{\"type\":\"app_uninstalled\"}");
    assertThat(only(gone)).isEqualTo(new Ignored("app_uninstalled"));
    assertThat(only("{\"type\":\"app_rate_limited\"}")).isEqualTo(new Ignored("type"));
  }

  @Test
  void aButtonInAChannelIsNotOurs() {
    var pressed =
        "{\"type\":\"block_actions\",\"channel\":{\"id\":\"C1\"},\"actions\":[{\"value\":\"x\"}]}";
    assertThat(only(SlackDialect.form(pressed))).isEqualTo(new Ignored("channel"));
  }

  @Test
  void nothingThatIsSaidBecomesMarkup() throws InterruptedException {
    try (var platform = new SlackDialect().platform()) {
      var evil = "<!channel> *hi* <https://evil.example|bank> & @here";
      var ana = new Author.Agent(new AgentId("ana"), "Ana");
      var choice = new Choice("<!here>", "/x");
      send(platform, ana, new Part(evil, Menu.Kind.BUTTONS, List.of(choice)));
      var call = platform.accepted().getLast();
      assertThat(call.path("text").asString())
          .isEqualTo("&lt;!channel&gt; *hi* &lt;https://evil.example|bank&gt; &amp; @here");
      assertThat(call.path("mrkdwn").asBoolean(true)).isFalse();
      assertThat(call.path("link_names").asBoolean(true)).isFalse();
      assertThat(call.path("parse").asString()).isEqualTo("none");
      assertThat(call.path("blocks").findValuesAsString("type"))
          .containsExactlyInAnyOrder("section", "plain_text", "actions", "button", "plain_text");
      assertThat(call.at("/blocks/0/text/text").asString()).isEqualTo(evil);
      assertThat(platform.lastAuthorization()).isEqualTo("Bearer " + SlackDialect.TOKEN);
      assertThat(platform.lastPath()).isEqualTo("/chat.postMessage");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited,Retry",
    "service_unavailable,Retry",
    "internal_error,Ambiguous",
    "fatal_error,Ambiguous",
    "invalid_auth,Unauthorized",
    "account_inactive,Unauthorized",
    "token_revoked,Unauthorized",
    "not_authed,Unauthorized",
    "missing_scope,Unauthorized",
    "channel_not_found,Unreachable",
    "not_in_channel,Unreachable",
    "is_archived,Unreachable",
    "user_not_found,Unreachable",
    "cannot_dm_bot,Unreachable",
    "msg_too_long,Invalid",
    "no_text,Invalid",
    "invalid_blocks,Invalid",
    "something_new,Invalid"
  })
  void everyErrorOfTheTableHasItsClass(String error, String expected) throws InterruptedException {
    try (var platform = new SlackDialect().platform()) {
      platform.next(SlackDialect.error(error));
      var result = send(platform, new Author.Bot(), new Part("x", null, List.of()));
      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @Test
  void theSettingsNameWhatIsWrong() {
    var line = new Line.Id("team");
    assertThatThrownBy(() -> new SlackSettings(line, "", "xoxb-1", null, null))
        .hasMessageContaining("slack team: signing-secret must not be empty");
    assertThatThrownBy(() -> new SlackSettings(line, "s", "1-2", null, null))
        .hasMessageContaining("slack team: token must begin with xoxb-");
  }

  private static DeliveryResult send(FakePlatform platform, Author author, Part part)
      throws InterruptedException {
    var settings = SlackDialect.settings(platform.url(), Duration.ofSeconds(20));
    var place = new Reference(ConversationId.next(NINE), 7, 0);
    return new SlackSender(settings, () -> NINE).send(new Bubble("D1", author, part, place));
  }

  private Occurrence only(String body) {
    var occurrences = hook.read(body).occurrences();
    assertThat(occurrences).hasSize(1);
    return occurrences.getFirst();
  }
}
