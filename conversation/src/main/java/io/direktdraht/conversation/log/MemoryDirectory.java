package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Stage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The directory in memory, for tests, over the log in memory.
public final class MemoryDirectory implements Directory {
  private final MemoryLog log;
  private final Lines lines;

  public MemoryDirectory(MemoryLog log, Lines lines) {
    this.log = log;
    this.lines = lines;
  }

  @Override
  public List<Contact> at(Set<String> addresses, int limit) {
    return recent(Integer.MAX_VALUE, (contact, _) -> known(contact).anyMatch(addresses::contains))
        .stream()
        .sorted(Comparator.comparing(Contact::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Contact> named(String beginning, int limit) {
    return recent(
        limit,
        (contact, _) -> {
          var name = contact.details().name();
          return name != null && Directory.begins(name, beginning);
        });
  }

  @Override
  public List<Contact> noted(String value, int limit) {
    return recent(
        limit,
        (_, seen) ->
            log.read(seen.id(), seen.marks().lastTurn() - 1, 1).stream()
                .anyMatch(turn -> Directory.notes(turn.event(), value)));
  }

  private Stream<String> known(Contact contact) {
    var given = contact.details();
    return Stream.concat(
        contact.points().stream()
            .filter(point -> lines.knows(point.line()))
            .map(Contact.Point::externalId),
        Stream.of(
            given.email() == null ? "" : given.email(),
            given.phone() == null ? "" : given.phone()));
  }

  private List<Contact> recent(int limit, BiPredicate<Contact, Conversation> fits) {
    return Arrays.stream(Stage.Kind.values())
        .flatMap(stage -> log.inStage(stage, Integer.MAX_VALUE).stream())
        .sorted(Comparator.comparing(Conversation::id).reversed())
        .limit(RECENT)
        .flatMap(seen ->
            log.contact(seen.contact()).filter(contact -> fits.test(contact, seen)).stream())
        .distinct()
        .limit(limit)
        .toList();
  }
}
