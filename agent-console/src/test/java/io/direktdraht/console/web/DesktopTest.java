package io.direktdraht.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.view.EventView;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Logs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DesktopTest {
  private final Doorways doors = new Doorways();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch read = new CountDownLatch(1);

  @AfterEach
  void close() {
    read.countDown();
    doors.close();
  }

  @Test
  void saysWhatItWatchesWhileItCatchesUp() throws Exception {
    var seen = doors.office.waiting();
    var desktop = desktop();
    Thread.ofVirtual().start(() -> desktop.watch(seen.id(), 0));
    reading.await();
    assertThat(CompletableFuture.supplyAsync(desktop::watched).get(10, TimeUnit.SECONDS))
        .isEqualTo(seen.id());
  }

  @Test
  void showsTheBoardAndTheOfferWhileItCatchesUp() throws Exception {
    var seen = doors.office.waiting();
    var desktop = desktop();
    Thread.ofVirtual().start(() -> desktop.watch(seen.id(), 0));
    reading.await();
    var shown =
        CompletableFuture.runAsync(() -> {
          desktop.board("{}");
          desktop.offer("{}");
        });
    assertThat(shown).succeedsWithin(10, TimeUnit.SECONDS);
  }

  private Desktop desktop() {
    var nowhere =
        new LiveSocket.Wire() {
          @Override
          public void send(String frame) {}

          @Override
          public void close(int code, String reason) {}
        };
    return new Desktop(
        doors.anna, new LiveSocket(nowhere, 10), new Slow(), new EventView(Logs.LINES));
  }

  /// A log that takes its time.
  private final class Slow implements ConversationLog {
    private final ConversationLog log = doors.office.ports.log();

    @Override
    public Appended append(Append append) {
      return log.append(append);
    }

    @Override
    public List<Recorded> read(ConversationId conversation, long after, int limit) {
      reading.countDown();
      try {
        read.await();
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
      return log.read(conversation, after, limit);
    }

    @Override
    public Optional<Recorded> received(Line.Id line, String key) {
      return log.received(line, key);
    }
  }
}
