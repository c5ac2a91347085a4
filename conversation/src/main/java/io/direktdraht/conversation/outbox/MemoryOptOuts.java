package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Contact;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// In memory, for tests.
public final class MemoryOptOuts implements OptOuts {
  private final Set<Contact.Point> out = ConcurrentHashMap.newKeySet();

  @Override
  public void change(Contact.Point who, boolean wantsNone, Instant at) {
    if (wantsNone) out.add(who);
    else out.remove(who);
  }

  @Override
  public boolean out(Contact.Point who) {
    return out.contains(who);
  }
}
