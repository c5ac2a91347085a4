package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Pins in memory, for tests.
public final class MemoryPins implements Pins {
  private final Map<Contact.Point, Sent> sent = new HashMap<>();

  private record Sent(String hash, String address, Instant until, int attempts) {}

  @Override
  public synchronized void issue(Pin pin, Contact.Point asker, String address, Instant until) {
    sent.put(asker, new Sent(pin.hash(asker), address, until, 0));
  }

  @Override
  public synchronized Optional<String> redeem(Pin pin, Contact.Point asker, Instant now) {
    var one = sent.get(asker);
    if (one == null || one.attempts == ATTEMPTS || !one.until.isAfter(now)) return Optional.empty();
    if (one.hash.equals(pin.hash(asker))) {
      sent.remove(asker);
      return Optional.of(one.address);
    }
    sent.put(asker, new Sent(one.hash, one.address, one.until, one.attempts + 1));
    return Optional.empty();
  }

  @Override
  public synchronized void forget(Instant now) {
    sent.values().removeIf(one -> !one.until.isAfter(now));
  }
}
