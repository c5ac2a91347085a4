package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.outbox.OptOuts;
import java.time.Instant;

/// Opt-outs in a database.
public final class JdbcOptOuts implements OptOuts {
  private static final String KEY = " where line = ? and external_id = ?";
  private final Query query;

  public JdbcOptOuts(Database database) {
    query = new Query(database);
  }

  @Override
  public void change(Contact.Point who, boolean out, Instant at) {
    var line = who.line().value();
    boolean changed =
        out
            ? query.insert(
                "insert into opt_out (line, external_id, at) values (?, ?, ?)",
                line,
                who.externalId(),
                Rows.time(at))
            : query.update("delete from opt_out" + KEY, line, who.externalId()) > 0;
    if (changed) query.force(); // nobody may be written to after a power cut
  }

  @Override
  public boolean out(Contact.Point who) {
    return query
        .one("select 1 from opt_out" + KEY, _ -> true, who.line().value(), who.externalId())
        .isPresent();
  }
}
