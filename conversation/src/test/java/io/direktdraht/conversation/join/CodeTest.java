package io.direktdraht.conversation.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
  private static final Code CODE = new Code("DD-7F3K-9QXM-2HTA");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DD-7F3K-9QXM-2HTA",
        "/start DD-7F3K-9QXM-2HTA",
        "Hallo, hier geht es weiter: dd-7f3k-9qxm-2hta.",
        "(DD-7F3K-9QXM-2HTA)"
      })
  void isFoundInWhatSomebodyWrote(String written) {
    assertThat(Code.in(written)).contains(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DD-7F3K-9QXM",
        "DD-7F3K-9QXM-2HTAB",
        "DD-7F3K-9QXM-2HTU",
        "ADD-7F3K-9QXM-2HTA",
        "DD-7F3K-9QXM-2HTA-1234",
        "LH-402915"
      })
  void isNotSeenWhereThereIsNone(String written) {
    assertThat(Code.in(written)).isEmpty();
  }

  @Test
  void leavesWhatElseWasWritten() {
    assertThat(Code.without("Bitte hier weiter DD-7F3K-9QXM-2HTA")).isEqualTo("Bitte hier weiter");
  }

  @Test
  void isItsOwnForm() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      var code = Code.next(random::nextInt);
      assertThat(Code.in(code.text())).contains(code);
    }
    assertThatThrownBy(() -> new Code("secret")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNeverWrittenOut() {
    assertThat(CODE).hasToString("Code[***]");
    assertThat(CODE.hash()).hasSize(64).doesNotContain("7F3K");
  }
}
