package io.direktdraht.intents.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SharedRunsTest {
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private final List<List<String>> seen = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  /// The first run stops until it may go on; each text's point is its length.
  private synchronized void note(List<String> texts) {
    seen.add(texts);
  }

  private List<float[]> encode(List<String> texts) {
    note(texts);
    begun.countDown();
    if (texts.contains("first")) await(mayGoOn);
    if (texts.contains("broken")) throw new IllegalArgumentException("no");
    return texts.stream().map(text -> new float[] {text.length()}).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsAtOnceWhenALaneIsFree() {
    var runs = new SharedRuns(2, 8, this::encode);
    var first = CompletableFuture.supplyAsync(() -> runs.encode("first"), THREADS);
    await(begun);
    assertThat(runs.encode("second")).containsExactly(6);
    mayGoOn.countDown();
    assertThat(first.join()).containsExactly(5);
    assertThat(seen).containsExactly(List.of("first"), List.of("second"));
  }

  @Test
  void sharesTheNextRunAmongThoseWhoWaited() {
    var runs = new SharedRuns(1, 3, this::encode);
    var points = waiting(runs, "a".repeat(17), "b".repeat(18), "c".repeat(19), "d".repeat(20));
    mayGoOn.countDown();
    assertThat(points.stream().map(CompletableFuture::join).map(point -> point[0]))
        .containsExactly(17f, 18f, 19f, 20f);
    assertThat(seen).hasSize(3).allMatch(texts -> texts.size() <= 3);
    assertThat(seen.get(1)).hasSize(3);
  }

  @Test
  void leavesALongTextOutOfTheRunOfShortOnes() {
    var runs = new SharedRuns(1, 8, this::encode);
    var points = waiting(runs, "aaaa", "long".repeat(20), "bbbb");
    mayGoOn.countDown();
    points.forEach(CompletableFuture::join);
    assertThat(seen.subList(1, seen.size()))
        .noneMatch(texts -> texts.size() > 1 && texts.contains("long".repeat(20)))
        .hasSize(2);
  }

  @Test
  void tellsAllOfARunThatItFailedAndServesTheNext() {
    var runs = new SharedRuns(1, 8, this::encode);
    var points = waiting(runs, "broken", "brother");
    mayGoOn.countDown();
    assertThat(points)
        .allSatisfy(point -> assertThat(point.handle((_, failure) -> failure).join()).isNotNull());
    assertThat(runs.encode("well")).containsExactly(4);
    assertThatIllegalStateException().isThrownBy(() -> runs.encode("broken"));
  }

  /// Of texts that all wait behind the first, in the order given.
  private List<CompletableFuture<float[]>> waiting(SharedRuns runs, String... texts) {
    var first = CompletableFuture.runAsync(() -> runs.encode("first"), THREADS);
    await(begun);
    var points =
        Stream.of(texts)
            .map(text -> {
              var point = CompletableFuture.supplyAsync(() -> runs.encode(text), THREADS);
              while (!runs.holds(text)) Thread.onSpinWait();
              return point;
            })
            .toList();
    assertThat(first).isNotDone();
    return points;
  }
}
