package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.join.Pin;
import io.direktdraht.conversation.join.Pins;
import java.time.Instant;
import java.util.Optional;

/// Pins in a database: only their hashes.
public final class JdbcPins implements Pins {
  private static final String KEY = " where line = ? and external_id = ?";
  private final Query query;

  public JdbcPins(Database database) {
    query = new Query(database);
  }

  @Override
  public void issue(Pin pin, Contact.Point asker, String address, Instant until) {
    if (!renewed(pin, asker, address, until) && !added(pin, asker, address, until))
      renewed(pin, asker, address, until); // it came from elsewhere meanwhile
  }

  /// The attempt counts before anybody looks whether it is right.
  @Override
  public Optional<String> redeem(Pin pin, Contact.Point asker, Instant now) {
    var line = asker.line().value();
    int counted =
        query.update(
            "update join_pin set attempts = attempts + 1" + KEY + " and attempts < ? and until > ?",
            line,
            asker.externalId(),
            ATTEMPTS,
            Rows.time(now));
    if (counted == 0) return Optional.empty();
    var hash = pin.hash(asker);
    var address =
        query.one(
            "select address from join_pin" + KEY + " and hash = ?",
            row -> row.getString(1),
            line,
            asker.externalId(),
            hash);
    int used =
        query.update(
            "delete from join_pin" + KEY + " and hash = ?", line, asker.externalId(), hash);
    return used == 1 ? address : Optional.empty();
  }

  @Override
  public void forget(Instant now) {
    query.update("delete from join_pin where until <= ?", Rows.time(now));
  }

  private boolean renewed(Pin pin, Contact.Point asker, String address, Instant until) {
    return query.update(
            "update join_pin set hash = ?, address = ?, until = ?, attempts = 0" + KEY,
            pin.hash(asker),
            address,
            Rows.time(until),
            asker.line().value(),
            asker.externalId())
        == 1;
  }

  private boolean added(Pin pin, Contact.Point asker, String address, Instant until) {
    return query.insert(
        "insert into join_pin (line, external_id, hash, address, until, attempts)"
            + " values (?, ?, ?, ?, ?, 0)",
        asker.line().value(),
        asker.externalId(),
        pin.hash(asker),
        address,
        Rows.time(until));
  }
}
