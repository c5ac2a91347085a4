package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.mail.MailThreads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Threads of mails in a database.
public final class JdbcMailThreads implements MailThreads {
  private static final int NEWEST = 200;
  private static final String ENTRY =
      "select id, thread, kind, address, name, others, subject, at from mail where line = ?";
  private final Query query;

  public JdbcMailThreads(Database database) {
    query = new Query(database);
  }

  @Override
  public void note(Line.Id line, Entry entry) {
    var added =
        query.insert(
            "insert into mail (line, id, thread, kind, address, name, others, subject, at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            line.value(),
            entry.id(),
            entry.thread(),
            entry.kind().name(),
            entry.address(),
            entry.name() == null ? "" : entry.name(),
            String.join(" ", entry.others()),
            entry.subject(),
            Rows.time(entry.at()));
    if (added) query.force(); // an answer must find its thread
  }

  @Override
  public Optional<Entry> find(Line.Id line, String id) {
    return query.one(ENTRY + " and id = ?", JdbcMailThreads::entry, line.value(), id);
  }

  @Override
  public List<Entry> of(Line.Id line, String thread) {
    var newest =
        query.list(
            ENTRY + " and thread = ? order by at desc, id desc limit ?",
            JdbcMailThreads::entry,
            line.value(),
            thread,
            NEWEST);
    var entries = new ArrayList<>(newest.reversed());
    if (entries.size() < NEWEST) return entries;
    query
        .one(
            ENTRY + " and thread = ? order by at, id limit 1",
            JdbcMailThreads::entry,
            line.value(),
            thread)
        .filter(first -> !entries.contains(first))
        .ifPresent(entries::addFirst);
    return entries;
  }

  @Override
  public int automatic(Line.Id line, String address, Instant since) {
    return query
        .one(
            "select count(*) from mail where line = ? and address = ? and kind = ? and at >= ?",
            row -> row.getInt(1),
            line.value(),
            address,
            Kind.AUTOMATIC.name(),
            Rows.time(since))
        .orElse(0);
  }

  @Override
  public Optional<String> begunBy(Line.Id line, String address) {
    return query.one(
        "select m.thread from mail m where m.line = ? and m.address = ? and m.kind = ?"
            + " and not exists (select 1 from mail e where e.line = m.line"
            + " and e.thread = m.thread and e.at < m.at) order by m.at desc limit 1",
        row -> row.getString(1),
        line.value(),
        address,
        Kind.RECEIVED.name());
  }

  @Override
  public Optional<Instant> received(Line.Id line) {
    return query.one(
        "select at from mail where line = ? and kind = ? order by at desc limit 1",
        row -> Rows.instant(row, 1),
        line.value(),
        Kind.RECEIVED.name());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var name = row.getString(5);
    var others = row.getString(6);
    return new Entry(
        row.getString(1),
        row.getString(2),
        Kind.valueOf(row.getString(3)),
        row.getString(4),
        name == null || name.isEmpty() ? null : name,
        others.isEmpty() ? List.of() : Arrays.asList(others.split(" ", -1)),
        row.getString(7),
        Rows.instant(row, 8));
  }
}
