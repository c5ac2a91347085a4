package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The ways to the contact of a conversation, one for each line they have an address on: first the
/// one that answers take by themselves, then those that take answers, the last used first. Pure.
public record Ways(List<Way> all) {
  private static final String WEBSITE = "web";

  /// Newest first, never heard last.
  private static final Comparator<Way> RECENT =
      Comparator.comparing(Way::heard, Comparator.nullsLast(Comparator.<Instant>reverseOrder()));

  public Ways {
    all = List.copyOf(all);
  }

  public static Ways of(
      Conversation conversation, Contact contact, Map<Line.Id, Heard> heard, View view) {
    var ways =
        lines(conversation, contact, view.lines).stream()
            .flatMap(line -> {
              var known = heard.getOrDefault(line, Heard.NEVER);
              var flow = view.traffic.on(line);
              return known.address(contact, line).stream()
                  .map(point ->
                      new Way(
                          point,
                          view.lines.channel(line),
                          known.at(),
                          flow.window(),
                          Way.state(known, flow, view.now),
                          flow.templates()));
            })
            .sorted(
                Comparator.comparing((Way way) -> !way.point().line().equals(conversation.line()))
                    .thenComparing(way -> !way.takesAnswers())
                    .thenComparing(RECENT)
                    .thenComparing(way -> way.point().line().value()))
            .toList();
    return new Ways(ways);
  }

  /// What is the same for every conversation.
  public record View(Lines lines, Traffic traffic, Instant now) {}

  /// A line that does not deliver is read by its client: the website always, another one while the
  /// contact writes there.
  static Set<Line.Id> lines(Conversation conversation, Contact contact, Lines lines) {
    return contact.points().stream()
        .map(Contact.Point::line)
        .filter(lines::knows)
        .filter(line ->
            lines.delivers(line)
                || lines.channel(line).equals(WEBSITE)
                || line.equals(conversation.line()))
        .collect(Collectors.toSet());
  }

  public Optional<Way> on(Line.Id line) {
    return all.stream().filter(way -> way.point().line().equals(line)).findFirst();
  }
}
