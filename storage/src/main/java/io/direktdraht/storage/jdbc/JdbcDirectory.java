package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Directory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Contacts by what is known of them, in a database.
public final class JdbcDirectory implements Directory {
  private final Query query;
  private final EventJson json = new EventJson();
  private final Lines lines;
  private final Conversations conversations;

  private record Noted(ContactId contact, ConversationEvent turn) {}

  private record Named(ContactId contact, String name) {}

  public JdbcDirectory(Database database, Lines lines, Conversations conversations) {
    query = new Query(database);
    this.lines = lines;
    this.conversations = conversations;
  }

  @Override
  public List<Contact> at(Set<String> addresses, int limit) {
    if (addresses.isEmpty()) return List.of();
    var found = new TreeSet<ContactId>(Comparator.reverseOrder());
    var wanted = marks(addresses.size());
    var values = new ArrayList<Object>();
    var known = lines.all(); // as they are now
    known.forEach(line -> values.add(line.id().value()));
    values.addAll(addresses);
    if (!known.isEmpty())
      found.addAll(
          query.list(
              "select contact_id from contact_point where line in "
                  + marks(known.size())
                  + " and external_id in "
                  + wanted,
              row -> new ContactId(Rows.uuid(row, 1)),
              values.toArray()));
    for (var column : List.of("email", "phone"))
      found.addAll(
          query.list(
              "select id from contact where "
                  + column
                  + " in "
                  + wanted
                  + " order by id desc limit ?",
              row -> new ContactId(Rows.uuid(row, 1)),
              with(addresses, limit)));
    return contacts(List.copyOf(found), limit);
  }

  /// The names are compared here: databases differ in what a small letter is.
  @Override
  public List<Contact> named(String beginning, int limit) {
    var found = new LinkedHashSet<ContactId>();
    for (var one :
        query.list(
            "select k.id, k.name from (select id, contact_id from conversation"
                + " order by id desc limit ?) c join contact k on k.id = c.contact_id"
                + " where k.name is not null order by c.id desc",
            row -> new Named(new ContactId(Rows.uuid(row, 1)), row.getString(2)),
            RECENT)) if (Directory.begins(one.name, beginning)) found.add(one.contact);
    return contacts(List.copyOf(found), limit);
  }

  @Override
  public List<Contact> noted(String value, int limit) {
    var found = new LinkedHashSet<ContactId>();
    for (var one :
        query.list(
            "select c.contact_id, e.payload from (select id, contact_id, last_turn from conversation"
                + " order by id desc limit ?) c join event e on e.conversation_id = c.id"
                + " and e.seq = c.last_turn where e.payload like ? escape '!' order by c.id desc",
            row -> new Noted(new ContactId(Rows.uuid(row, 1)), json.event(row.getString(2))),
            RECENT,
            "%" + value.replaceAll("[!%_]", "!$0") + "%"))
      if (Directory.notes(one.turn, value)) found.add(one.contact);
    return contacts(List.copyOf(found), limit);
  }

  /// A contact whose conversations were joined to another's keeps what it told, and has no address:
  /// it is nobody any more.
  private List<Contact> contacts(List<ContactId> ids, int limit) {
    return ids.stream()
        .flatMap(id -> conversations.contact(id).stream())
        .filter(contact -> !contact.points().isEmpty())
        .limit(limit)
        .toList();
  }

  private static Object[] with(Set<String> addresses, int limit) {
    var values = new ArrayList<Object>(addresses);
    values.add(limit);
    return values.toArray();
  }

  private static String marks(int count) {
    return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
  }
}
