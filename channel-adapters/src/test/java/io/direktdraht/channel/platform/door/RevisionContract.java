package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.direktdraht.channel.platform.Dialect;
import org.junit.jupiter.api.Test;

/// What holds when contacts change or take back what they wrote, where the platform tells.
public interface RevisionContract {
  Dialect dialect();

  private String edited(int order, int message, String text) {
    var body = dialect().edited(1, order, message, text);
    assumeTrue(body.isPresent(), "this platform knows no changes");
    return body.orElseThrow();
  }

  private String withdrawn(int order, int message) {
    var body = dialect().withdrawn(1, order, message);
    assumeTrue(body.isPresent(), "at this platform nothing is taken back");
    return body.orElseThrow();
  }

  @Test
  default void whatAContactChangesSaysTheNewWords() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.hears(1, 1, "Halo");
      bench.hears(1, 2, "zwei");
      var change = edited(3, 1, "Hallo 🌳");
      for (int i = 0; i < 3; i++) assertThat(bench.post(change).getStatus()).isEqualTo(200);
      bench.work();
      assertThat(bench.texts(1)).containsExactly("Hallo 🌳", "zwei");
    }
  }

  @Test
  default void whatAContactTakesBackIsGone() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.hears(1, 1, "eins");
      bench.hears(1, 2, "zwei");
      assertThat(bench.post(withdrawn(3, 1)).getStatus()).isEqualTo(200);
      bench.work();
      assertThat(bench.texts(1)).containsExactly("", "zwei");
      assertThat(bench.events(1).toString()).doesNotContain("eins");
    }
  }

  @Test
  default void whatIsTakenBackAtOnceIsNeverSeen() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      assumeTrue(dialect().ordered(), "this platform tells no time");
      bench.post(withdrawn(2, 1)); // on another connection, and first
      bench.post(dialect().wrote(1, 1, "eins"));
      bench.work();
      assertThat(bench.texts(1)).containsExactly("");
      assertThat(bench.stored()).isZero();
    }
  }

  @Test
  default void whatWasNeverThereIsNoTrouble() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.post(withdrawn(2, 77));
      dialect().edited(1, 3, 77, "x").ifPresent(bench::post);
      bench.work();
      assertThat(bench.stored()).isZero();
      assertThat(bench.hears(1, 4, "vier").open()).isTrue();
      assertThat(bench.texts(1)).containsExactly("vier");
    }
  }
}
