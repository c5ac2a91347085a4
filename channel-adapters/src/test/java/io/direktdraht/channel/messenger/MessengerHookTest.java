package io.direktdraht.channel.messenger;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.MetaApp;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Things;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.ConversationId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MessengerHookTest {
  private final Hook hook =
      new MessengerHook(
          MessengerDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)),
          Network.MESSENGER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "\"text\":\"Grüße\"|Grüße|-|-",
        "\"text\":\"Rot\",\"quick_reply\":{\"payload\":\"RED\"}|Rot|RED|-",
        "\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"u\"}}]|``|-|PHOTO @u",
        "\"attachments\":[{\"type\":\"image\"},{\"type\":\"file\"}]|``|-|PHOTO; FILE",
        "\"text\":\"mit\",\"attachments\":[{\"type\":\"file\",\"payload\":{\"url\":\"f\"}}]|mit|-|FILE @f",
        "\"attachments\":[{\"type\":\"sticker\",\"payload\":{\"url\":\"s\",\"sticker_id\":3}},{\"type\":\"image\",\"payload\":{\"url\":\"s\",\"sticker_id\":3}}]|``|-|STICKER",
        "\"attachments\":[{\"type\":\"fallback\",\"payload\":null}]|``|-|OTHER",
        "\"is_unsupported\":true|``|-|OTHER"
      })
  void readsEveryKindOfMessage(
      String content, String text, @Nullable String payload, @Nullable String things) {
    var said = (Said) only(MessengerDialect.message(1, 1, content));
    assertThat(said.content().text()).isEqualTo(text);
    assertThat(said.content().payload()).isEqualTo(payload);
    assertThat(Things.of(said)).isEqualTo(things == null ? "" : things);
    assertThat(said.from()).isEqualTo(new Occurrence.Person("psid-1", null, null));
  }

  @Test
  void aPostbackWithoutAnIdHasTheSameKeyEachTime() {
    var body =
        MessengerDialect.event(1, 1, "\"postback\":{\"title\":\"Mensch\",\"payload\":\"/human\"}");
    var said = (Said) only(body);
    assertThat(said.content().payload()).isEqualTo("/human");
    assertThat(((Said) only(body.replace(",", ", "))).key()).isEqualTo(said.key());
    assertThat(((Said) only(body.replace("/human", "/bot"))).key()).isNotEqualTo(said.key());
  }

  @Test
  void noEchoIsAMessage() {
    var ours = new Reference(ConversationId.next(NINE), 7, 0).text();
    var echo = "\"is_echo\":true,\"app_id\":1,\"metadata\":\"%s\",\"text\":\"x\"";
    assertThat(only(MessengerDialect.message(1, 1, echo.formatted(ours))))
        .isEqualTo(new Occurrence.Accepted(Reference.of(ours).orElseThrow()));
    var others = (Occurrence.Overheard) only(MetaInbox.echo(1, 1, "another app", "x"));
    assertThat(others.theirs()).isFalse();
    assertThat(others.contact()).isEqualTo(MetaInbox.person(1));
    assertThat(only(MessengerDialect.message(1, 1, "\"is_echo\":true")))
        .isEqualTo(new Occurrence.Ignored("echo of others"));
  }

  /// Instagram does not always say that it is one.
  @Test
  void whatWeSaidOurselvesIsNoMessageOfAContact() {
    var body = MetaInbox.echo(1, 1, "", "Hallo").replace("\"is_echo\":true,\"app_id\":1,", "");
    assertThat(only(body))
        .isEqualTo(new Occurrence.Overheard(MetaInbox.person(1), "m_in_1", false, "Hallo"));
  }

  /// Else nobody would see that the settings name the wrong one, and it could not be read again.
  @Test
  void whatIsWrittenToAnotherAccountIsKeptForPeopleToSee() {
    assertThat(only(elsewhere(MessengerDialect.message(1, 1, "\"text\":\"x\""))))
        .isEqualTo(new Occurrence.Unread("for another account: 105"));
    var read = MessengerDialect.event(1, 1, "\"read\":{\"watermark\":1}");
    assertThat(only(elsewhere(read))).isEqualTo(new Occurrence.Ignored("other account"));
  }

  private static String elsewhere(String body) {
    return body.replace("\"id\":\"104\",\"time\"", "\"id\":\"105\",\"time\"");
  }

  /// Webhooks of Instagram never name the page: by its id nothing would be taken.
  @Test
  void anInstagramAccountIsNamed() {
    assertThatThrownBy(() -> bare(Network.INSTAGRAM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("page-de: account-id must not be empty");
  }

  @Test
  void whatGoesToAnotherInboxIsNotOurs() {
    var body = MessengerDialect.message(1, 1, "\"text\":\"x\"");
    var said = (Said) only(body);
    var elsewhere = MetaInbox.standby(body);
    var turned = new Occurrence.Turned(said.from().id(), said.key(), true);
    assertThat(hook.read(elsewhere).occurrences())
        .containsExactly(new Occurrence.Overheard(said.from().id(), said.key(), true, "x"), turned);
    assertThat(only(elsewhere.replace("\"text\":\"x\"", "\"attachments\":[{\"type\":\"image\"}]")))
        .isEqualTo(turned);
    var echo = MetaInbox.standby(MetaInbox.echo(1, 2, "", "y"));
    assertThat(hook.read(echo).occurrences())
        .containsExactly(
            new Occurrence.Overheard(MetaInbox.person(1), "m_in_2", false, "y"),
            new Occurrence.Turned(MetaInbox.person(1), "m_in_2", true));
  }

  @ParameterizedTest
  @CsvSource({"take_thread_control", "pass_thread_control"})
  void whoHasAConversationIsToldByTheIdOfTheirApp(String kind) {
    var key = kind + ":psid-1:1458692752479:";
    assertThat(only(MetaInbox.control(1, 1, kind, "263902037430900")))
        .isEqualTo(new Occurrence.Turned("psid-1", key + "263902037430900", true));
    assertThat(only(MetaInbox.control(1, 1, kind, MessengerDialect.APP)))
        .isEqualTo(new Occurrence.Turned("psid-1", key + MessengerDialect.APP, false));
    assertThat(only(MetaInbox.control(1, 1, kind, ""))).isEqualTo(new Occurrence.Ignored(kind));
    var body = MetaInbox.control(1, 1, kind, "77");
    assertThat(bare(Network.MESSENGER).read(body).occurrences())
        .containsExactly(new Occurrence.Ignored(kind));
  }

  /// Without what need not be told of a page.
  private static Hook bare(Network network) {
    var known = MessengerDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1));
    return new MessengerHook(
        new MessengerSettings(
            known.line(),
            known.pageId(),
            null,
            "app",
            "verify",
            "access",
            null,
            false,
            null,
            null,
            null,
            false),
        network);
  }

  @Test
  void answersTheHandshakeVerbatim() {
    var query =
        Map.of("hub.mode", "subscribe", "hub.verify_token", "t", "hub.challenge", "<b>1</b>");
    assertThat(new MetaApp("s", "t").handshake(query)).contains("<b>1</b>");
    assertThat(new MetaApp("s", "other").handshake(query)).isEmpty();
    assertThat(new MetaApp("s", "t").toString()).doesNotContain("t,");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, Retry",
    "2, 0, Retry",
    "1200, 0, Retry",
    "4, 0, Slowed",
    "17, 0, Slowed",
    "32, 0, Slowed",
    "613, 0, Slowed",
    "80001, 0, Slowed",
    "80002, 0, Slowed",
    "80006, 0, Slowed",
    "10, 2018278, WindowClosed",
    "10, 2018065, WindowClosed",
    "10, 2534022, WindowClosed",
    "10, 1545041, WindowClosed",
    "10, 2018108, Unreachable",
    "10, 2018028, Invalid",
    "10, 0, Unauthorized",
    "551, 1545041, Unreachable",
    "200, 1545041, Unreachable",
    "200, 0, Unauthorized",
    "3, 0, Unauthorized",
    "100, 2018001, Unreachable",
    "100, 2018047, Invalid",
    "100, 0, Invalid",
    "190, 463, Unauthorized",
    "4242, 0, Invalid"
  })
  void everyErrorOfTheTableHasItsClass(int code, int subcode, String expected) {
    var error = new JsonMapper().readTree(MessengerDialect.error(code, subcode)).path("error");
    assertThat(MessengerErrors.result(error, NINE).getClass().getSimpleName()).isEqualTo(expected);
  }

  private Occurrence only(String body) {
    var occurrences = hook.read(body).occurrences();
    assertThat(occurrences).hasSize(1);
    return occurrences.getFirst();
  }
}
