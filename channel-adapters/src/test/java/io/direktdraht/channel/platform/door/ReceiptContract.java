package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.log.Cursors.Cursor;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What holds for every platform that tells what became of our messages.
public interface ReceiptContract {
  Dialect dialect();

  @Test
  default void aStatusMayBeFasterThanTheAnswerAndNeverGoesDown() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, "eins");
      var place = bench.conversation(1).lastSeq();
      var statuses = new ArrayList<Dialect.Told>();
      bench.platform.beforeAnswering(call -> {
        dialect().status(call, "delivered").ifPresent(bench::post);
        for (var status : new String[] {"read", "sent", "delivered", "read", "delivered"})
          dialect().status(call, status).ifPresent(statuses::add);
      });
      bench.carryOnce();
      Assumptions.assumeFalse(statuses.isEmpty(), "this platform tells no status");
      bench.work();
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(place, 0));
      Collections.reverse(statuses);
      for (var status : statuses) {
        bench.post(status);
        bench.work();
      }
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(place, place));
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void whatMayHaveArrivedIsConfirmedByALaterStatusOnce() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeFalse(dialect().repeatable(), "it is sent again");
      Assumptions.assumeTrue(dialect().namesOurs(), "it tells until when");
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.platform.next(new Reaction.TakesAndBreaks(Fault.EMPTY_RESPONSE));
      bench.carryOnce();
      assertThat(bench.failures(1)).containsExactly("ambiguous");
      var call = bench.platform.accepted().getLast();
      Assumptions.assumeTrue(dialect().status(call, "read").isPresent(), "tells no status");
      for (var status : new String[] {"delivered", "read", "delivered"})
        bench.post(dialect().status(call, status).orElseThrow());
      bench.work();
      assertThat(bench.confirmed(1)).isEqualTo(1);
    }
  }

  @Test
  default void aStatusInsteadOfAnAnswerIsAYes() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeTrue(dialect().namesOurs(), "it tells until when");
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      var told = new ArrayList<Integer>();
      bench.platform.beforeAnswering(call ->
          dialect()
              .status(call, "delivered")
              .ifPresent(status -> {
                told.add(bench.post(status).getStatus());
                bench.workNow();
              }));
      bench.platform.next(new Reaction.TakesAndBreaks(Fault.CONNECTION_RESET_BY_PEER));
      bench.carryOnce();
      Assumptions.assumeFalse(told.isEmpty(), "this platform tells no status");
      assertThat(bench.failures(1)).isEmpty();
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins");
    }
  }
}
