package io.direktdraht.conversation.mail;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Threads in memory, for tests.
public final class MemoryMailThreads implements MailThreads {
  private final Map<List<String>, Entry> entries = new LinkedHashMap<>();

  @Override
  public synchronized void note(Line.Id line, Entry entry) {
    entries.putIfAbsent(List.of(line.value(), entry.id()), entry);
  }

  @Override
  public synchronized Optional<Entry> find(Line.Id line, String id) {
    return Optional.ofNullable(entries.get(List.of(line.value(), id)));
  }

  @Override
  public synchronized List<Entry> of(Line.Id line, String thread) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().getFirst().equals(line.value()))
        .map(Map.Entry::getValue)
        .filter(entry -> entry.thread().equals(thread))
        .sorted(Comparator.comparing(Entry::at))
        .toList();
  }

  @Override
  public synchronized int automatic(Line.Id line, String address, Instant since) {
    return (int)
        of(line, Kind.AUTOMATIC, address).filter(entry -> !entry.at().isBefore(since)).count();
  }

  @Override
  public synchronized Optional<String> begunBy(Line.Id line, String address) {
    return of(line, Kind.RECEIVED, address)
        .filter(entry -> of(line, entry.thread()).getFirst().equals(entry))
        .max(Comparator.comparing(Entry::at))
        .map(Entry::thread);
  }

  @Override
  public synchronized Optional<Instant> received(Line.Id line) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().getFirst().equals(line.value()))
        .map(Map.Entry::getValue)
        .filter(entry -> entry.kind() == Kind.RECEIVED)
        .map(Entry::at)
        .max(Comparator.naturalOrder());
  }

  private Stream<Entry> of(Line.Id line, Kind kind, String address) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().getFirst().equals(line.value()))
        .map(Map.Entry::getValue)
        .filter(entry -> entry.kind() == kind && entry.address().equals(address));
  }
}
