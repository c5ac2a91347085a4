package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.mail.MailThreads;
import io.direktdraht.conversation.mail.MemoryMailThreads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Threads in which another node notes a mail right after we have looked for it.
final class LateThreads implements MailThreads {
  static final String OTHERS = "0123456789abcdef0123456789abcdef";
  private final MailThreads threads = new MemoryMailThreads();

  @Override
  public Optional<Entry> find(Line.Id line, String id) {
    var found = threads.find(line, id);
    if (found.isEmpty())
      threads.note(
          line,
          new Entry(id, OTHERS, Kind.RECEIVED, "eva@example.org", null, List.of(), "Bank", NINE));
    return found;
  }

  @Override
  public void note(Line.Id line, Entry entry) {
    threads.note(line, entry);
  }

  @Override
  public List<Entry> of(Line.Id line, String thread) {
    return threads.of(line, thread);
  }

  @Override
  public Optional<String> begunBy(Line.Id line, String address) {
    return threads.begunBy(line, address);
  }

  @Override
  public Optional<Instant> received(Line.Id line) {
    return threads.received(line);
  }

  @Override
  public int automatic(Line.Id line, String address, Instant since) {
    return threads.automatic(line, address, since);
  }
}
