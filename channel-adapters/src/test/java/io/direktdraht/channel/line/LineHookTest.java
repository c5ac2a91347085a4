package io.direktdraht.channel.line;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineHookTest {
  private static final String VERIFYING =
      "{\"destination\":\"U00000000000000000000000000000000\",\"events\":[]}";
  private static final Reference PLACE = new Reference(ConversationId.next(NINE), 7, 0);
  private final Hook hook =
      new LineHook(LineDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)));

  @Test
  void theGoldenVectorHolds() {
    var body = VERIFYING.getBytes(StandardCharsets.UTF_8);
    var golden = "8BnrnB9ZR2DkR6H65eHG/THnnFpB2PpL7rOGjiuchNA=";
    assertThat(Signature.hmac64("test_channel_secret", body, golden)).isTrue();
    assertThat(Signature.hmac64("test_channel_secre", body, golden)).isFalse();
    assertThat(Signature.hmac64("", body, golden)).isFalse();
  }

  @Test
  void verifyingTheAddressIsNoEvent() {
    assertThat(hook.read(VERIFYING).occurrences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\":\"text\",\"text\":\"Grüße 🌳\"|Grüße 🌳|",
        "\"type\":\"image\",\"contentProvider\":{\"type\":\"line\"}||PHOTO",
        "\"type\":\"video\"||VIDEO",
        "\"type\":\"audio\",\"duration\":60000||AUDIO",
        "\"type\":\"file\",\"fileName\":\"a.pdf\",\"fileSize\":7||FILE a.pdf",
        "\"type\":\"sticker\",\"packageId\":\"1\",\"stickerId\":\"2\"||STICKER",
        "\"type\":\"location\",\"address\":\"Tokyo\"||PLACE Tokyo",
        "\"type\":\"location\",\"latitude\":35.6,\"longitude\":139.7||PLACE 35.6, 139.7",
        "\"type\":\"hologram\"||OTHER"
      })
  void readsEveryKindOfMessage(String message, String text, String thing) {
    var said = (Said) only(LineDialect.message(1, 7, message));
    assertThat(said.content().text()).isEqualTo(text == null ? "" : text);
    assertThat(said.things().stream().map(LineHookTest::named).toList())
        .isEqualTo(thing == null ? List.of() : List.of(thing));
    assertThat(said.content().payload()).isNull();
    assertThat(said.from().id()).isEqualTo(new LineDialect().id(1));
  }

  private static String named(Thing thing) {
    return thing.kind() + (thing.detail() == null ? "" : " " + thing.detail());
  }

  @Test
  void aRedeliveryIsTheSameMessage() {
    var body = new LineDialect().wrote(1, 7, "Hallo");
    var again = body.replace("\"isRedelivery\":false", "\"isRedelivery\":true");
    assertThat(again).isNotEqualTo(body);
    assertThat(((Said) only(again)).key()).isEqualTo(((Said) only(body)).key());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoUnfollowsCannotBeReached(boolean follows) {
    var told = LineDialect.event(1, 1, follows ? "\"type\":\"follow\"" : "\"type\":\"unfollow\"");
    var reach = (Occurrence.Reach) only(told);
    assertThat(reach.contact()).isEqualTo(new LineDialect().id(1));
    assertThat(reach.reachable()).isEqualTo(follows);
    assertThat(reach.key()).isEqualTo("01H810YECXQQZ37VAXPF000001");
  }

  @Test
  void groupsAndChatsOfOtherModulesAreLeftAlone() {
    var body = new LineDialect().wrote(1, 1, "Hallo");
    assertThat(only(body.replace("\"type\":\"user\"", "\"type\":\"group\",\"groupId\":\"C1\"")))
        .isEqualTo(new Occurrence.Ignored("group"));
    assertThat(only(body.replace("\"active\"", "\"standby\"")))
        .isEqualTo(new Occurrence.Ignored("standby"));
  }

  @Test
  void aButtonThatIsNotOursStandsForItself() {
    var body = LineDialect.event(1, 1, "\"type\":\"postback\",\"postback\":{\"data\":\"a=1\"}");
    var content = ((Said) only(body)).content();
    assertThat(content.text()).isEqualTo("a=1");
    assertThat(content.payload()).isEqualTo("a=1");
  }

  @Test
  void theLongestButtonFitsIntoWhatLineCarries() throws InterruptedException {
    var menu = LineSender.CAPABILITIES.menus().getFirst();
    var choice =
        new Choice("t".repeat(menu.title().most()), "/" + "p".repeat(menu.payload().most() - 1));
    try (var platform = new LineDialect().platform()) {
      send(platform, new Part("Was?", Menu.Kind.BUTTONS, List.of(choice)));
      var action = action(platform.accepted().getLast());
      assertThat(action.path("data").asString()).hasSize(300);
      assertThat(action.path("label").asString()).hasSize(20);
    }
  }

  private static tools.jackson.databind.JsonNode action(tools.jackson.databind.JsonNode call) {
    return call.at("/messages/0/quickReply/items/0/action");
  }

  @Test
  void everyAttemptHasTheSameKeyAndEveryPartItsOwn() throws InterruptedException {
    try (var platform = new LineDialect().platform()) {
      send(platform, new Part("x", null, List.of()));
      var key = platform.lastHeader("X-Line-Retry-Key");
      assertThat(key).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(platform.lastAuthorization()).isEqualTo("Bearer " + LineDialect.TOKEN);
      assertThat(platform.lastPath()).isEqualTo("/v2/bot/message/push");
      assertThat(send(platform, new Part("x", null, List.of())))
          .isEqualTo(new DeliveryResult.Accepted("46001")); // 409: it was accepted before
      assertThat(platform.lastHeader("X-Line-Retry-Key")).isEqualTo(key);
      assertThat(platform.accepted()).hasSize(1);
      var next = new Reference(PLACE.conversation(), PLACE.seq(), 1);
      assertThat(LineSender.retryKey(next)).isNotEqualTo(LineSender.retryKey(PLACE));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|The request body has 1 error(s)|Invalid",
        "400|The property, 'to', in the request body is invalid (line: -, column: -)|Unreachable",
        "401|Authentication failed|Unauthorized",
        "403|Access to this API is not available for your account|Unauthorized",
        "404|Not found|Unreachable",
        "409|The retry key is already accepted|Accepted",
        "410|Gone|Invalid",
        "413|Payload Too Large|Invalid",
        "415|Unsupported Media Type|Invalid",
        "429|The API rate limit has been exceeded. Try again later.|Slowed",
        "429|You have reached your monthly limit.|Unauthorized",
        "500|Internal server error|Retry"
      })
  void everyErrorOfTheTableHasItsClass(int status, String message, String expected)
      throws InterruptedException {
    try (var platform = new LineDialect().platform()) {
      platform.next(LineDialect.error(status, message));
      var result = send(platform, new Part("x", null, List.of()));
      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @Test
  void anErrorAtARecipientIsAboutTheRecipient() throws InterruptedException {
    try (var platform = new LineDialect().platform()) {
      var details =
          "{\"message\":\"1 error(s)\",\"details\":[{\"message\":\"unknown\",\"property\":\"to\"}]}";
      platform.next(new Reaction.Says(400, details));
      assertThat(send(platform, new Part("x", null, List.of())))
          .isInstanceOf(DeliveryResult.Unreachable.class);
    }
  }

  @Test
  void theSettingsNameWhatIsWrong() {
    var line = new Line.Id("line-jp");
    assertThatThrownBy(() -> new LineSettings(line, "", "t", null, null, null))
        .hasMessageContaining("line line-jp: secret must not be empty");
    assertThatThrownBy(() -> new LineSettings(line, "s", " ", null, null, null))
        .hasMessageContaining("line line-jp: token must not be empty");
    assertThatThrownBy(() -> new LineSettings(line, "s", "t", null, null, Duration.ofMinutes(1)))
        .hasMessageContaining("line line-jp: timeout must be up to 30 s");
  }

  private static DeliveryResult send(FakePlatform platform, Part part) throws InterruptedException {
    var settings = LineDialect.settings(platform.url(), Duration.ofSeconds(20));
    return new LineSender(settings, () -> NINE)
        .send(new Bubble("U1", new Author.Bot(), part, PLACE));
  }

  private Occurrence only(String body) {
    var occurrences = hook.read(body).occurrences();
    assertThat(occurrences).hasSize(1);
    return occurrences.getFirst();
  }
}
