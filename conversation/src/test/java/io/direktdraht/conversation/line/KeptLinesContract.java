package io.direktdraht.conversation.line;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.line.KeptLines.Kept;
import io.direktdraht.conversation.log.LogContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver that keeps lines promises.
public interface KeptLinesContract {
  KeptLines keptLines();

  @Test
  default void keepsALineToTheLastCharacterUntilItIsForgotten() {
    var kept = line("x".repeat(KeptLines.LONGEST));
    keptLines().keep(kept);
    assertThat(mine(kept)).containsExactly(kept);
    assertThat(keptLines().forget(kept.line())).isTrue();
    assertThat(mine(kept)).isEmpty();
    assertThat(keptLines().forget(kept.line())).isFalse();
  }

  @Test
  default void theLatestSettingsTakeThePlaceOfTheFormer() {
    var first = line("first");
    var second = new Kept(first.line(), "slack", "second", "olga", NINE.plusSeconds(1));
    keptLines().keep(first);
    keptLines().keep(second);
    assertThat(mine(first)).containsExactly(second);
  }

  @Test
  default void twoWhoKeepTheSameNameAtOnceLeaveOne() {
    var kept = line("raced");
    LogContract.together(
        8,
        i -> {
          keptLines().keep(new Kept(kept.line(), "slack", "by " + i, "olga", NINE));
          return i;
        });
    assertThat(mine(kept)).hasSize(1);
  }

  @Test
  default void nothingOrTooMuchIsNoSetting() {
    assertThatThrownBy(() -> line("")).hasMessageContaining("had 0");
    assertThatThrownBy(() -> line("x".repeat(KeptLines.LONGEST + 1)))
        .hasMessageContaining("had " + (KeptLines.LONGEST + 1));
  }

  private List<Kept> mine(Kept like) {
    return keptLines().all().stream().filter(one -> one.line().equals(like.line())).toList();
  }

  private static Kept line(String sealed) {
    return new Kept(new Line.Id("l-" + fresh()), "whatsapp", sealed, "olga", NINE);
  }
}
