package io.direktdraht.console.view;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds customers' other conversations by an order number, an address or a name.
public final class Search {
  private static final int MOST = 10;
  private static final int SHORTEST = 3;
  private final ViewPorts ports;

  public Search(ViewPorts ports) {
    this.ports = ports;
  }

  /// The newest conversation of each customer who fits, but not of the one whom `except` belongs
  /// to.
  public List<Map<String, @Nullable Object>> of(String text, ConversationId except) {
    var wanted = text.strip();
    if (wanted.length() < SHORTEST) return List.of();
    var known = ports.conversations().find(except).map(Conversation::contact).orElse(null);
    var directory = ports.directory();
    return Stream.of(
            directory.at(addresses(wanted), MOST),
            directory.noted(wanted.toUpperCase(Locale.ROOT), MOST),
            directory.named(wanted, MOST))
        .flatMap(List::stream)
        .distinct()
        .filter(contact -> !contact.id().equals(known))
        .flatMap(contact ->
            ports.conversations().of(contact.id(), 1).stream().map(newest -> row(contact, newest)))
        .limit(MOST)
        .toList();
  }

  /// However people write it: an e-mail in small letters, a phone with and without plus, spaces and
  /// signs.
  static Set<String> addresses(String wanted) {
    var all = new LinkedHashSet<String>();
    all.add(wanted);
    if (wanted.contains("@")) all.add(wanted.toLowerCase(Locale.ROOT));
    if (wanted.matches("[+\\d][\\d\\s()/.-]{5,30}")) {
      var digits = wanted.replaceAll("\\D", "").replaceFirst("^00", "");
      all.add(digits);
      all.add("+" + digits);
    }
    return all;
  }

  private Map<String, @Nullable Object> row(Contact contact, Conversation newest) {
    var tail = Tail.of(newest, ports.log());
    return Fields.of("id", newest.id())
        .with("name", Boards.name(contact))
        .with("email", contact.details().email())
        .with("phone", contact.details().phone())
        .with("channel", ports.lines().channel(newest.line()))
        .with("stage", Boards.stage(newest.stage()))
        .with("agent", newest.stage().owner().orElse(null))
        .with(
            "outcome",
            newest.stage() instanceof Stage.Resolved(var outcome) ? EventView.camel(outcome) : null)
        .with("openedAt", newest.openedAt())
        .with("lastText", tail.map(Tail::text).orElse(""))
        .with("lastAt", tail.map(Tail::at).orElse(newest.touchedAt()))
        .map();
  }
}
