package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.line.KeptLines;
import java.util.List;

/// Kept lines in a database.
public final class JdbcKeptLines implements KeptLines {
  private final Query query;

  public JdbcKeptLines(Database database) {
    query = new Query(database);
  }

  @Override
  public List<Kept> all() {
    return query.list(
        "select line, channel, sealed, set_up_by, set_up_at from kept_line order by line",
        row ->
            new Kept(
                new Line.Id(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Rows.instant(row, 5)));
  }

  @Override
  public void keep(Kept line) {
    if (!replaced(line) && !inserted(line)) replaced(line); // somebody else was faster
    query.force();
  }

  @Override
  public boolean forget(Line.Id line) {
    boolean forgotten = query.update("delete from kept_line where line = ?", line.value()) == 1;
    query.force();
    return forgotten;
  }

  private boolean replaced(Kept line) {
    return query.update(
            "update kept_line set channel = ?, sealed = ?, set_up_by = ?, set_up_at = ?"
                + " where line = ?",
            line.channel(),
            line.sealed(),
            line.by(),
            Rows.time(line.at()),
            line.line().value())
        == 1;
  }

  private boolean inserted(Kept line) {
    return query.insert(
        "insert into kept_line (line, channel, sealed, set_up_by, set_up_at)"
            + " values (?, ?, ?, ?, ?)",
        line.line().value(),
        line.channel(),
        line.sealed(),
        line.by(),
        Rows.time(line.at()));
  }
}
