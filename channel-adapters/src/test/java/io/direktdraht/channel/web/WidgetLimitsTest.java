package io.direktdraht.channel.web;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetLimitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\\n\\n", "\\u200b\\u200d", "\\u00a0"})
  void anEmptyMessageIsRefusedByItsId(String text) throws Exception {
    assertThat(refused(text)).isEqualTo("text_empty");
  }

  @Test
  void aMessageThatIsTooLongIsRefusedByItsId() throws Exception {
    assertThat(refused("x".repeat(4001))).isEqualTo("text_too_long");
  }

  @Test
  void aTreeCountsAsOneCharacter() throws Exception {
    try (var web = new Widgets()) {
      var eva = web.welcomed(null);
      web.say(eva, fresh(), "🌳".repeat(4000));
      until("the ack", () -> !eva.ofType("ack").isEmpty());
    }
  }

  @Test
  void whoWritesTooFastIsToldWhenToGoOn() throws Exception {
    try (var web = new Widgets(Widgets.settings(1, 2))) {
      var eva = web.welcomed(null);
      for (int i = 0; i < 3; i++) web.say(eva, fresh(), "Hallo");
      until("the refusal", () -> !eva.ofType("error").isEmpty());
      var error = eva.ofType("error").getFirst();
      assertThat(error.get("code").stringValue()).isEqualTo("too_fast");
      assertThat(error.get("retryAfter").longValue()).isBetween(1L, 60L);
      assertThat(eva.ofType("ack")).hasSize(2);
    }
  }

  @Test
  void aRestartIsSaidWithAHintWhenToComeBack() throws Exception {
    var web = new Widgets();
    var eva = web.welcomed(null);
    web.close();
    until("the end", () -> eva.closed != null);
    var bye = eva.ofType("bye").getFirst();
    assertThat(bye.get("reason").stringValue()).isEqualTo("restart");
    assertThat(bye.get("retryAfter").doubleValue()).isBetween(0.5, 4.0);
    assertThat(java.util.Objects.requireNonNull(eva.closed).getCode()).isEqualTo(1001);
  }

  private static String refused(String text) throws Exception {
    try (var web = new Widgets()) {
      var eva = web.welcomed(null);
      var id = fresh();
      web.say(eva, id, text);
      until("the refusal", () -> !eva.ofType("error").isEmpty());
      var error = eva.ofType("error").getFirst();
      assertThat(error.get("id").stringValue()).isEqualTo(id);
      assertThat(eva.ofType("ack")).isEmpty();
      return error.get("code").stringValue();
    }
  }
}
