package io.direktdraht.conversation;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Time-ordered ids (RFC 9562, version 7), made by the application so that no database has to be
/// asked.
public final class Uuid7 {
  private Uuid7() {}

  public static UUID at(Instant now) {
    var random = ThreadLocalRandom.current();
    long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
