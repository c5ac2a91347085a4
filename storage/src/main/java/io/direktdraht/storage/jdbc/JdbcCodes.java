package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.join.Code;
import io.direktdraht.conversation.join.Codes;
import java.time.Instant;
import java.util.Optional;

/// Codes in a database: only their hashes.
public final class JdbcCodes implements Codes {
  private static final String SERVES =
      " where hash = ? and until > ? and (used_line is null or (used_line = ? and used_id = ?))";
  private final Query query;

  public JdbcCodes(Database database) {
    query = new Query(database);
  }

  @Override
  public void issue(Code code, Contact.Point to, Instant until) {
    query.update(
        "insert into join_code (hash, line, external_id, until) values (?, ?, ?, ?)",
        code.hash(),
        to.line().value(),
        to.externalId(),
        Rows.time(until));
  }

  @Override
  public Optional<Contact.Point> redeem(Code code, Contact.Point by, Instant now) {
    int used =
        query.update(
            "update join_code set used_line = ?, used_id = ?" + SERVES,
            by.line().value(),
            by.externalId(),
            code.hash(),
            Rows.time(now),
            by.line().value(),
            by.externalId());
    return used == 1 ? find(code, by, now) : Optional.empty();
  }

  @Override
  public Optional<Contact.Point> find(Code code, Contact.Point by, Instant now) {
    return query.one(
        "select line, external_id from join_code" + SERVES,
        row -> new Contact.Point(new Line.Id(row.getString(1)), row.getString(2)),
        code.hash(),
        Rows.time(now),
        by.line().value(),
        by.externalId());
  }

  @Override
  public void forget(Instant now) {
    query.update("delete from join_code where until <= ?", Rows.time(now));
  }
}
