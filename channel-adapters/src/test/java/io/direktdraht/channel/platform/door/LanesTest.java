package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.channel.platform.media.FakeShelf.Step;
import io.direktdraht.channel.webhook.WebhookDialect;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A file that comes while the worker looks through what waits for it: whatever the moment, each
/// contact's messages stay in order.
class LanesTest {
  private static final int ROUNDS = 6;
  private static final int CONTACTS = 20;
  private static final int MESSAGES = 25;

  @Test
  void whatWaitsForAFileStaysInOrderWhenTheFileComesInBetween() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) filesComeInBetween();
  }

  private static void filesComeInBetween() throws InterruptedException {
    var held = new ArrayList<Runnable>();
    var dialect = new WebhookDialect();
    try (var shelf = new FakeShelf(dialect);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var bench =
            new Bench(
                dialect,
                new MemoryRawEvents(),
                Duration.ofSeconds(20),
                new Bench.Media(shelf.url(), held::add))) {
      shelf.keep("photo", new Step.Gives(Files.PNG));
      for (int contact = 1; contact <= CONTACTS; contact++)
        bench.post(dialect.sent(contact, contact, "photo", "1", shelf.url()));
      bench.work();
      for (int i = 2; i <= MESSAGES; i++)
        for (int contact = 1; contact <= CONTACTS; contact++)
          bench.post(dialect.wrote(contact, CONTACTS * i + contact, "" + i));
      for (int i = 0; i < CONTACTS * MESSAGES / 32; i++) bench.work(); // all are read, and wait
      held.forEach(threads::execute);
      while (bench.stored() > 0) bench.workNow();
      var inOrder = IntStream.rangeClosed(1, MESSAGES).mapToObj(Integer::toString).toList();
      for (int contact = 1; contact <= CONTACTS; contact++)
        assertThat(bench.texts(contact)).isEqualTo(inOrder);
    }
  }
}
