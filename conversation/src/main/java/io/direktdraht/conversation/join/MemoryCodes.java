package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Codes in memory, for tests.
public final class MemoryCodes implements Codes {
  private final Map<String, Given> given = new HashMap<>();

  private record Given(Contact.Point to, Instant until, Contact.@Nullable Point used) {
    boolean serves(Contact.Point by, Instant now) {
      return until.isAfter(now) && (used == null || used.equals(by));
    }
  }

  @Override
  public synchronized void issue(Code code, Contact.Point to, Instant until) {
    given.put(code.hash(), new Given(to, until, null));
  }

  @Override
  public synchronized Optional<Contact.Point> redeem(Code code, Contact.Point by, Instant now) {
    var found = find(code, by, now);
    if (found.isPresent())
      given.computeIfPresent(code.hash(), (_, one) -> new Given(one.to, one.until, by));
    return found;
  }

  @Override
  public synchronized Optional<Contact.Point> find(Code code, Contact.Point by, Instant now) {
    return Optional.ofNullable(given.get(code.hash()))
        .filter(one -> one.serves(by, now))
        .map(Given::to);
  }

  @Override
  public synchronized void forget(Instant now) {
    given.values().removeIf(one -> !one.until.isAfter(now));
  }
}
