package io.direktdraht.channel.whatsapp;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Things;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppHookTest {
  private static final String GOLDEN =
      "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"time\":1,\"messaging\":[{\"sender\":{\"id\":\"2\"},"
          + "\"recipient\":{\"id\":\"1\"},\"timestamp\":1,\"message\":{\"mid\":\"m_1\",\"text\":\"\\u00e4\\u00f6\\u00e5\"}}]}]}";
  private static final String GOLDEN_MAC =
      "58c8e35972055e55bbd8dc89d3d529696546d4aa9220d72f34ea7eade459a123";
  private final Hook hook =
      new WhatsAppHook(
          WhatsAppDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)),
          () -> NINE);

  @Test
  void theGoldenVectorsHold() {
    var ascii = GOLDEN.getBytes(StandardCharsets.UTF_8);
    assertThat(ascii).hasSize(172);
    assertThat(Signature.hmac("test_app_secret", ascii, GOLDEN_MAC)).isTrue();
    assertThat(
            Signature.hmac("test_app_secret", ascii, GOLDEN_MAC.toUpperCase(java.util.Locale.ROOT)))
        .isTrue();
    var real = GOLDEN.replace("\\u00e4\\u00f6\\u00e5", "äöå").getBytes(StandardCharsets.UTF_8);
    assertThat(Signature.hmac("test_app_secret", real, GOLDEN_MAC)).isFalse();
    var other = "d685c33274cde80e7fb3aa76a671d7881595915cb37b9c08916f7ff232a39b0a";
    assertThat(Signature.hmac("test_app_secret", real, other)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutASecretNothingIsAuthentic(String secret) {
    assertThat(Signature.hmac(secret, new byte[0], GOLDEN_MAC)).isFalse();
    assertThat(Signature.same(secret, secret)).isFalse();
  }

  @Test
  void oneChangedByteIsAnotherBody() {
    var body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    var header = "sha256=" + WhatsAppDialect.mac(WhatsAppDialect.APP_SECRET, body);
    var headers = Map.of("x-hub-signature-256", List.of(header));
    assertThat(hook.authentic(new Webhook(headers, body, ""))).isTrue();
    body[5] = '2';
    assertThat(hook.authentic(new Webhook(headers, body, ""))).isFalse();
  }

  @Test
  void answersTheHandshakeVerbatimToWhoeverKnowsTheToken() {
    assertThat(hook.handshake(handshake("subscribe", WhatsAppDialect.VERIFY_TOKEN)))
        .contains("<b>1158201444</b>");
    assertThat(hook.handshake(handshake("unsubscribe", WhatsAppDialect.VERIFY_TOKEN))).isEmpty();
    assertThat(hook.handshake(handshake("subscribe", "wrong"))).isEmpty();
    assertThat(hook.handshake(handshake("subscribe", ""))).isEmpty();
    assertThat(hook.handshake(Map.of())).isEmpty();
  }

  private static Map<String, String> handshake(String mode, String token) {
    return Map.of(
        "hub.mode", mode, "hub.verify_token", token, "hub.challenge", "<b>1158201444</b>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "\"type\":\"text\",\"text\":{\"body\":\"Grüße\"}|Grüße|-|-",
        "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"/ja\",\"title\":\"Ja\"}}|Ja|/ja|-",
        "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"x\",\"title\":\"Eil\",\"description\":\"d\"}}|Eil|x|-",
        "\"type\":\"button\",\"button\":{\"payload\":\"p\",\"text\":\"T\"}|T|p|-",
        "\"type\":\"image\",\"image\":{\"id\":\"1\",\"caption\":\"kaputt\"}|kaputt|-|PHOTO @1",
        "\"type\":\"image\",\"image\":{\"id\":\"1\"}|``|-|PHOTO @1",
        "\"type\":\"audio\",\"audio\":{\"id\":\"1\",\"voice\":true}|``|-|VOICE @1",
        "\"type\":\"audio\",\"audio\":{\"id\":\"1\"}|``|-|AUDIO @1",
        "\"type\":\"document\",\"document\":{\"id\":\"2\",\"filename\":\"Rechnung.pdf\"}|``|-|FILE Rechnung.pdf @2",
        "\"type\":\"location\",\"location\":{\"latitude\":52.5,\"longitude\":13.4,\"name\":\"Büro\"}|``|-|PLACE Büro (52.5, 13.4)",
        "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Ann\"}}]|``|-|CONTACT Ann",
        "\"type\":\"unsupported\",\"errors\":[{\"code\":131051}]|``|-|OTHER",
        "\"type\":\"hologram\"|``|-|OTHER"
      })
  void readsEveryKindOfMessage(
      String message, String text, @Nullable String payload, @Nullable String things) {
    var said = (Said) only(WhatsAppDialect.message(1, 1, message));
    assertThat(said.content().text()).isEqualTo(text);
    assertThat(said.content().payload()).isEqualTo(payload);
    assertThat(Things.of(said)).isEqualTo(things == null ? "" : things);
    assertThat(said.from()).isEqualTo(new Occurrence.Person("16505551", "Sheena 1", null));
    assertThat(said.key()).isEqualTo("wamid.in.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"text\",\"text\":{\"body\":\"Bin dran\"}|true",
        "\"type\":\"image\",\"image\":{\"id\":\"1\"}|false"
      })
  void whatSomebodyWritesOnTheNumbersPhoneIsOverheard(String content, boolean words) {
    var echo =
        "\"message_echoes\":[{\"from\":\"15550783881\",\"to\":\"16505551\",\"id\":\"w\",\"timestamp\":\"1\",%s}]"
            .formatted(content);
    var body =
        WhatsAppDialect.value(echo)
            .replace("\"field\":\"messages\"", "\"field\":\"smb_message_echoes\"");
    assertThat(only(body))
        .isEqualTo(
            words
                ? new Occurrence.Overheard("16505551", "w", false, "Bin dran")
                : new Occurrence.Ignored("echo of others"));
  }

  @Test
  void whoeverHidesTheirNumberIsKnownByTheirId() {
    var said =
        (Said)
            only(
                WhatsAppDialect.value(
                    "\"contacts\":[{\"profile\":{\"name\":\"Ann\"},\"user_id\":\"US.1\"}],"
                        + "\"messages\":[{\"from_user_id\":\"US.1\",\"id\":\"w\",\"timestamp\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}]"));
    assertThat(said.from()).isEqualTo(new Occurrence.Person("US.1", "Ann", null));
  }

  @Test
  void aReactionIsNoMessage() {
    var reaction = "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"w\",\"emoji\":\"👍\"}";
    assertThat(only(WhatsAppDialect.message(1, 1, reaction)))
        .isEqualTo(new Occurrence.Ignored("reaction"));
  }

  @Test
  void whatIsWrittenToAnotherNumberIsKeptForPeopleToSee() {
    var body = WhatsAppDialect.message(1, 1, "\"type\":\"text\",\"text\":{\"body\":\"x\"}");
    assertThat(only(body.replace(WhatsAppDialect.PHONE, "999")))
        .isEqualTo(new Occurrence.Unread("for another account: 999"));
    var status = WhatsAppDialect.value("\"statuses\":[{\"id\":\"w\",\"status\":\"read\"}]");
    assertThat(only(status.replace(WhatsAppDialect.PHONE, "999")))
        .isEqualTo(new Occurrence.Ignored("other account"));
  }

  @Test
  void onePoisonedMessageOfAThousandLeavesTheOthers() {
    var elements =
        IntStream.range(0, 1000)
            .mapToObj(i ->
                i == 500
                    ? "{\"id\":[],\"type\":\"text\"}"
                    : WhatsAppDialect.element(
                        i, i, "\"type\":\"text\",\"text\":{\"body\":\"t" + i + "\"}"))
            .collect(Collectors.joining(","));
    var occurrences =
        hook.read(WhatsAppDialect.value("\"messages\":[" + elements + "]")).occurrences();
    assertThat(occurrences).filteredOn(Said.class::isInstance).hasSize(999);
    assertThat(occurrences).filteredOn(Occurrence.Unread.class::isInstance).hasSize(1);
  }

  @Test
  void aLateFailureIsReadByItsCode() {
    var place = new Reference(ConversationId.next(NINE), 7, 0);
    var failed =
        WhatsAppDialect.value(
            "\"statuses\":[{\"id\":\"w\",\"status\":\"failed\",\"biz_opaque_callback_data\":\"%s\",\"errors\":[{\"code\":131047,\"title\":\"Re-engagement message\"}]}]"
                .formatted(place.text()));
    assertThat(only(failed))
        .isEqualTo(
            new Occurrence.Failed(
                place, new DeliveryResult.WindowClosed("WhatsApp 131047: Re-engagement message")));
  }

  @Test
  void whoStoppedTemplatesAtWhatsAppIsKnownByTheStatusToo() {
    var place = new Reference(ConversationId.next(NINE), 7, 0).text();
    var failed =
        WhatsAppDialect.value(
            "\"statuses\":[{\"id\":\"w\",\"status\":\"failed\",\"recipient_id\":\"4917\",\"biz_opaque_callback_data\":\"%s\",\"errors\":[{\"code\":131050}]}]"
                .formatted(place));
    assertThat(hook.read(failed).occurrences())
        .hasSize(2)
        .contains(new Occurrence.AnswersOnly("4917", true));
  }

  @Test
  void aStatusOfWhatWeDidNotSendIsNotOurs() {
    var foreign = WhatsAppDialect.value("\"statuses\":[{\"id\":\"w\",\"status\":\"read\"}]");
    assertThat(only(foreign)).isEqualTo(new Occurrence.Ignored("status of others"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, Unauthorized",
    "190, Unauthorized",
    "3, Unauthorized",
    "10, Unauthorized",
    "200, Unauthorized",
    "299, Unauthorized",
    "131005, Unauthorized",
    "131031, Unauthorized",
    "368, Unauthorized",
    "131042, Unauthorized",
    "131045, Unauthorized",
    "133010, Unauthorized",
    "131048, Unauthorized",
    "4, Slowed",
    "80007, Slowed",
    "130429, Slowed",
    "131056, Retry",
    "131047, WindowClosed",
    "131026, Unreachable",
    "131049, Unreachable",
    "131050, OptedOut",
    "131000, Retry",
    "131016, Retry",
    "1, Retry",
    "2, Retry",
    "133004, Retry",
    "131057, Retry",
    "100, Invalid",
    "131008, Invalid",
    "131009, Invalid",
    "131051, Invalid",
    "131052, Invalid",
    "131053, Invalid",
    "132000, Invalid",
    "135000, Invalid",
    "131021, Invalid",
    "424242, Invalid"
  })
  void everyErrorOfTheTableHasItsClass(int code, String expected) {
    var error = new tools.jackson.databind.json.JsonMapper().readTree("{\"code\":" + code + "}");
    assertThat(WhatsAppErrors.result(error, NINE, NINE).getClass().getSimpleName())
        .isEqualTo(expected);
  }

  private Occurrence only(String body) {
    var occurrences = hook.read(body).occurrences();
    assertThat(occurrences).hasSize(1);
    return occurrences.getFirst();
  }
}
