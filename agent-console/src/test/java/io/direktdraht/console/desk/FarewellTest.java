package io.direktdraht.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarewellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Danke!",
        "vielen lieben Dank 🙏",
        "super, danke, tschüss",
        "Thanks a lot",
        "thank you so much, have a nice day!",
        "DANKE",
        "auf Wiedersehen"
      })
  void needsNoAnswer(String text) {
    assertThat(Farewell.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "ja",
        "ja, danke",
        "yes please",
        "danke, und wann kommt es an?",
        "Danke?",
        "danke für nichts, das ist unverschämt",
        "Dank Ihnen warte ich seit drei Wochen",
        "gut",
        "!!!",
        "",
        "thanks but no thanks, I want my money back"
      })
  void mayNeedOne(String text) {
    assertThat(Farewell.is(text)).isFalse();
  }
}
