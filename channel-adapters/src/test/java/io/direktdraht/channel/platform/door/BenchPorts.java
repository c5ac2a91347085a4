package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.signal.Signals;

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
        bench.optOuts,
        file -> bench.links + file.id(),
        new Arrivals(bench.codes, joining, log, () -> bench.now),
        joining,
        signals,
        text -> text.replace("5555555555554444", "…4444"));
  }
}
