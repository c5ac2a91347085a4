package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.OptOuts;
import io.direktdraht.conversation.signal.Signals;
import java.time.Instant;

/// What a bench's line reads and writes, in memory.
final class BenchPorts {
  private BenchPorts() {}

  static PlatformPorts of(Bench bench, Deliveries deliveries, Signals signals) {
    var log = bench.log;
    var joining = new MemoryJoining(log);
    return new PlatformPorts(
        bench.raw,
        new Attaching(
            bench.attachments,
            new Attaching.Limits(FakeShelf.LONGEST, 3, 50 * FakeShelf.LONGEST),
            Masking.NONE,
            () -> bench.now),
        log,
        new Revising(log, Masking.NONE),
        log,
        log,
        bench.cursors,
        deliveries,
        optOuts(bench),
        file -> bench.links + file.id(),
        new Arrivals(bench.codes, joining, log, () -> bench.now),
        joining,
        signals,
        text -> text.replace("5555555555554444", "…4444"));
  }

  private static OptOuts optOuts(Bench bench) {
    return new OptOuts() {
      @Override
      public void change(Contact.Point who, boolean out, Instant at) {
        bench.optOuts.change(who, out, at);
      }

      @Override
      public boolean out(Contact.Point who) {
        if (bench.outage) throw new LogUnavailable("a hiccup");
        return bench.optOuts.out(who);
      }
    };
  }
}
