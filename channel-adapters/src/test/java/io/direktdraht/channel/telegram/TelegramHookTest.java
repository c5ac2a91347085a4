package io.direktdraht.channel.telegram;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.Things;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramHookTest {
  private final Hook hook =
      new TelegramHook(
          TelegramDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "\"text\":\"Grüße 🌳\"|Grüße 🌳|-|-",
        "\"text\":\"/start ref42\"|/start ref42|/greeting|-",
        "\"caption\":\"see\",\"photo\":[{\"file_id\":\"a\"},{\"file_id\":\"b\"}]|see|-|PHOTO @b",
        "\"document\":{\"file_name\":\"a.pdf\",\"file_id\":\"d\"}|``|-|FILE a.pdf @d",
        "\"voice\":{\"file_id\":\"v\"}|``|-|VOICE @v",
        "\"sticker\":{\"emoji\":\"😀\"}|``|-|STICKER 😀",
        "\"location\":{\"latitude\":52.5,\"longitude\":13.4}|``|-|PLACE 52.5, 13.4",
        "\"dice\":{\"value\":3}|``|-|OTHER"
      })
  void readsEveryKindOfMessage(
      String content, String text, @Nullable String payload, @Nullable String things) {
    var said = (Said) only(TelegramDialect.message(1, 7, content));
    assertThat(said.content().text()).isEqualTo(text);
    assertThat(said.content().payload()).isEqualTo(payload);
    assertThat(Things.of(said)).isEqualTo(things == null ? "" : things);
    assertThat(said.from()).isEqualTo(new Occurrence.Person("1001", "Ann Lee", "de"));
    assertThat(said.key()).isEqualTo("1001:7");
  }

  @Test
  void aLanguageThatIsNoneIsNotBelieved() {
    var body = TelegramDialect.message(1, 7, "\"text\":\"x\"").replace("de-DE", "x".repeat(100));
    assertThat(((Said) only(body)).from().language()).isNull();
  }

  @Test
  void aPlaceThatMovesAndAGroupChangeNothing() {
    var moved =
        TelegramDialect.message(1, 1, "\"location\":{\"latitude\":1.0,\"longitude\":2.0}")
            .replace("\"message\":", "\"edited_message\":");
    assertThat(only(moved)).isEqualTo(new Occurrence.Ignored("edited"));
    var group = TelegramDialect.message(1, 2, "\"text\":\"x\"").replace("\"private\"", "\"group\"");
    assertThat(only(group)).isEqualTo(new Occurrence.Ignored("group"));
  }

  @ParameterizedTest
  @CsvSource({"kicked, private, false", "member, private, true"})
  void whoBlocksTheBotCannotBeReached(String status, String chat, boolean reachable) {
    assertThat(only(member(status, chat)))
        .isEqualTo(new Occurrence.Reach("1001", "member:10003:1749416383", reachable));
  }

  @ParameterizedTest
  @CsvSource({"kicked, group", "restricted, private"})
  void whatElseBecomesOfTheBotIsIgnored(String status, String chat) {
    assertThat(only(member(status, chat))).isEqualTo(new Occurrence.Ignored("my_chat_member"));
  }

  private static String member(String status, String chat) {
    return TelegramDialect.update(
        3,
        "\"my_chat_member\":{\"chat\":{\"id\":1001,\"type\":\"%s\"},\"date\":1749416383,\"old_chat_member\":{\"status\":\"member\"},\"new_chat_member\":{\"status\":\"%s\"}}"
            .formatted(chat, status));
  }

  @Test
  void aPressIsAcknowledgedInTheAnswer() {
    var pressed =
        TelegramDialect.update(
            1,
            "\"callback_query\":{\"id\":\"q7\",%s,\"message\":{\"message_id\":1,%s},\"data\":\"/ja\"}"
                .formatted(TelegramDialect.from(1), TelegramDialect.chat(1)));
    var telling = hook.read(pressed);
    assertThat(telling.answer().text())
        .contains("\"method\":\"answerCallbackQuery\"", "\"callback_query_id\":\"q7\"");
    var said = (Said) telling.occurrences().getFirst();
    assertThat(said.content().payload()).isEqualTo("/ja");
    assertThat(said.key()).isEqualTo("callback:1:q7");
  }

  @Test
  void theSameUpdateHasTheSameKeyHoweverItIsWritten() {
    var body = TelegramDialect.message(1, 1, "\"text\":\"x\"");
    assertThat(hook.read(body.replace(",", ", ")).key()).isEqualTo(hook.read(body).key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|Unauthorized|Unauthorized",
        "404|Not Found|Unauthorized",
        "403|Forbidden: bot was blocked by the user|Unreachable",
        "403|Forbidden: user is deactivated|Unreachable",
        "400|Bad Request: chat not found|Unreachable",
        "400|Bad Request: can't parse entities|Invalid",
        "429|Too Many Requests|Retry",
        "500|Internal Server Error|Retry"
      })
  void everyErrorOfTheTableHasItsClass(int status, String description, String expected)
      throws InterruptedException {
    try (var platform = new TelegramDialect().platform()) {
      platform.next(TelegramDialect.error(status, description, ""));
      var result = sender(platform.url()).send(bubble());
      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @Test
  void theTokenIsInThePathAndInNoReason() throws InterruptedException {
    try (var platform = new TelegramDialect().platform()) {
      platform.next(new Reaction.Takes());
      sender(platform.url()).send(bubble());
      assertThat(platform.lastPath()).isEqualTo("/bot" + TelegramDialect.TOKEN + "/sendMessage");
      platform.next(new Reaction.Breaks(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE));
      assertThat(sender(platform.url()).send(bubble()).toString()).doesNotContain("token-secret");
    }
    var nobody = sender(URI.create("http://localhost:1")).send(bubble());
    assertThat(nobody).isInstanceOf(DeliveryResult.Retry.class);
    assertThat(nobody.toString()).doesNotContain("token-secret");
  }

  @Test
  void theSettingsNameWhatIsWrongAndShowNoSecret() {
    var line = new Line.Id("tg");
    assertThatThrownBy(() -> new TelegramSettings(line, "x", "0123456789abcdef", null, null, null))
        .hasMessageContaining("telegram tg: token must be");
    assertThatThrownBy(() -> new TelegramSettings(line, "1:x", "short", null, null, null))
        .hasMessageContaining("telegram tg: secret must be");
  }

  private static TelegramSender sender(URI url) {
    return new TelegramSender(TelegramDialect.settings(url, Duration.ofSeconds(20)), () -> NINE);
  }

  private static Bubble bubble() {
    return new Bubble(
        "1001",
        new Author.Bot(),
        new Part("Hallo", null, List.of()),
        new Reference(ConversationId.next(NINE), 1, 0));
  }

  private Occurrence only(String body) {
    var occurrences = hook.read(body).occurrences();
    assertThat(occurrences).hasSize(1);
    return occurrences.getFirst();
  }
}
