package io.direktdraht.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppSettingsTest {
  private static final Line.Id LINE = new Line.Id("wa");

  @Test
  void everyCallIsProvenWhereTheAppInsistsOnIt() {
    assertThat(calls(false)).noneMatch(WhatsAppSettingsTest::proven);
    assertThat(calls(true)).allMatch(WhatsAppSettingsTest::proven);
  }

  private static List<URI> calls(boolean proof) {
    var one = new WhatsAppSettings(LINE, "1", "2", "s", "v", "t", null, null, null, proof, null);
    return Stream.of(
            one.messages(), one.number(), one.templates("x"), one.subscriptions(), one.media("3"))
        .toList();
  }

  private static boolean proven(URI call) {
    return String.valueOf(call.getQuery()).contains("appsecret_proof=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone-number-id", "app-secret", "verify-token", "access-token"})
  void theSettingsNameWhatIsWrong(String wrong) {
    assertThatThrownBy(() ->
            new WhatsAppSettings(
                LINE,
                wrong.equals("phone-number-id") ? "" : "1",
                null,
                wrong.equals("app-secret") ? " " : "x",
                wrong.equals("verify-token") ? "" : "x",
                wrong.equals("access-token") ? "" : "x",
                null,
                null,
                null,
                false,
                null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("whatsapp wa: " + wrong + " must not be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "PT5.001S"})
  void nothingIsWaitedForLongerThanFiveSeconds(Duration order) {
    assertThatThrownBy(() ->
            new WhatsAppSettings(LINE, "1", null, "s", "v", "t", null, null, null, false, order))
        .hasMessageContaining("whatsapp wa: strict-order must be up to 5 s");
  }
}
