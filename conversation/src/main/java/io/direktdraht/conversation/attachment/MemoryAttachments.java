package io.direktdraht.conversation.attachment;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.MemoryLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Attachments in memory, for tests, beside a {@link MemoryLog}.
public final class MemoryAttachments implements Attachments {
  private final MemoryLog log;
  private final Map<Attachment.Id, Kept> all = new LinkedHashMap<>();
  private final Map<Attachment.Id, byte[]> bytes = new HashMap<>();

  private record Kept(Attachment attachment, String owner, Instant at) {}

  public MemoryAttachments(MemoryLog log) {
    this.log = log;
  }

  @Override
  public synchronized void store(Attachment attachment, String owner, byte[] bytes, Instant at) {
    all.put(attachment.id(), new Kept(attachment, owner, at));
    this.bytes.put(attachment.id(), bytes.clone());
  }

  @Override
  public synchronized Optional<Stored> find(Attachment.Id id) {
    return Optional.ofNullable(all.get(id))
        .map(kept -> new Stored(kept.attachment(), kept.owner(), referring(id)));
  }

  @Override
  public synchronized Optional<byte[]> bytes(Attachment.Id id) {
    return Optional.ofNullable(bytes.get(id)).map(byte[]::clone);
  }

  @Override
  public synchronized long brought(String owner, Instant since) {
    return all.values().stream()
        .filter(kept -> kept.owner().equals(owner) && !kept.at().isBefore(since))
        .mapToLong(kept -> kept.attachment().size())
        .sum();
  }

  @Override
  public synchronized int sweep(Instant before) {
    int had = all.size();
    all.values()
        .removeIf(
            kept -> kept.at().isBefore(before) && referring(kept.attachment().id()).isEmpty());
    bytes.keySet().retainAll(all.keySet());
    return had - all.size();
  }

  private Set<ConversationId> referring(Attachment.Id id) {
    return log.referring(id);
  }
}
