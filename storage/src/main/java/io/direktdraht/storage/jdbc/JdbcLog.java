package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log in a database: writes in groups, reads at once.
public final class JdbcLog
    implements Intake, ConversationLog, Conversations, OwedWork, Joining, AutoCloseable {
  private static final UUID FIRST = new UUID(0, 0);
  private final Query query;
  private final Rows rows;
  private final GroupCommit commits;

  /// The rules it writes by and what it reports to.
  public record Surroundings(
      Lines lines, IntakeRules rules, Signals signals, InstantSource clock, MeterRegistry meters) {}

  public JdbcLog(Database database, Surroundings around) {
    var json = new EventJson();
    query = new Query(database);
    rows = new Rows(json);
    commits =
        new GroupCommit(
            database,
            json,
            new Group(around.lines(), around.rules()),
            new GroupCommit.Surroundings(around.signals(), around.clock(), around.meters()));
  }

  @Override
  public Admission receive(Inbound inbound) {
    return commits.commit(answer -> new Member.Receiving(inbound, answer));
  }

  @Override
  public Appended append(Append append) {
    return commits.commit(answer -> new Member.Appending(append, answer));
  }

  @Override
  public Joined join(Join join) {
    return commits.commit(answer -> new Member.Uniting(join, answer));
  }

  @Override
  public boolean part(JoinId join, Instant at) {
    return commits.commit(answer -> new Member.Parting(join, at, answer));
  }

  @Override
  public List<Recorded> read(ConversationId conversation, long after, int limit) {
    return query.list(
        "select conversation_id, seq, prev_shown, payload from event"
            + " where conversation_id = ? and seq > ? order by seq limit ?",
        rows::recorded,
        conversation.value(),
        after,
        limit);
  }

  @Override
  public Optional<Recorded> received(Line.Id line, String key) {
    return query.one(
        "select e.conversation_id, e.seq, e.prev_shown, e.payload from received r join event e"
            + " on e.conversation_id = r.conversation_id and e.seq = r.seq"
            + " where r.source = ? and r.external_id = ?",
        rows::recorded,
        line.value(),
        key);
  }

  @Override
  public Optional<Conversation> find(ConversationId id) {
    return query.one(
        "select " + Rows.CONVERSATION + " from conversation c where c.id = ?",
        rows::conversation,
        id.value());
  }

  @Override
  public Optional<Conversation> latest(Line.Id line, String sender) {
    return query.one(
        "select "
            + Rows.CONVERSATION
            + " from contact_point p join contact k on k.id = p.contact_id"
            + " join conversation c on c.id = k.latest where p.line = ? and p.external_id = ?",
        rows::conversation,
        line.value(),
        sender);
  }

  @Override
  public List<Conversation> of(ContactId contact, int limit) {
    return query.list(
        "select "
            + Rows.CONVERSATION
            + " from conversation c where c.contact_id = ? order by c.id desc limit ?",
        rows::conversation,
        contact.value(),
        limit);
  }

  @Override
  public List<Conversation> inStage(Stage.Kind stage, int limit) {
    return switch (stage) {
      case WAITING, PROMISED -> inStage(stage, "asc", limit);
      case WITH_BOT, WITH_AGENT, RESOLVED ->
          inStage(stage, "desc", limit).stream()
              .sorted(Comparator.comparing(Conversation::touchedAt).reversed())
              .toList();
    };
  }

  private List<Conversation> inStage(Stage.Kind stage, String order, int limit) {
    return query.list(
        "select "
            + Rows.CONVERSATION
            + " from conversation c where c.stage = ? order by c.ordered_by "
            + order
            + " limit ?",
        rows::conversation,
        stage.name(),
        limit);
  }

  @Override
  public List<Conversation> idle(
      Stage.Kind stage, Instant before, @Nullable Conversation after, int limit) {
    var from = Rows.time(after == null ? Instant.EPOCH : after.touchedAt());
    return query.list(
        "select "
            + Rows.CONVERSATION
            + " from conversation c where c.stage = ? and c.ordered_by < ? and c.touched_at < ?"
            + " and c.ordered_by >= ? and (c.touched_at > ? or c.touched_at = ? and c.id > ?)"
            + " order by c.ordered_by, c.touched_at, c.id limit ?",
        rows::conversation,
        stage.name(),
        Rows.time(before),
        Rows.time(before),
        from.truncatedTo(ChronoUnit.MINUTES),
        from,
        from,
        after == null ? FIRST : after.id().value(),
        limit);
  }

  @Override
  public Optional<Contact> contact(Contact.Point point) {
    return query
        .one(
            "select contact_id from contact_point where line = ? and external_id = ?",
            row -> new ContactId(Rows.uuid(row, 1)),
            point.line().value(),
            point.externalId())
        .flatMap(this::contact);
  }

  @Override
  public Optional<Contact> contact(ContactId id) {
    var points =
        query.list(
            "select line, external_id from contact_point where contact_id = ? order by since nulls first",
            row -> new Contact.Point(new Line.Id(row.getString(1)), row.getString(2)),
            id.value());
    return query.one(
        "select name, email, phone, language, since from contact where id = ?",
        row ->
            new Contact(
                id,
                new Contact.Details(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                points,
                Rows.instant(row, 5)),
        id.value());
  }

  @Override
  public List<ConversationId> conversations(Owed.Kind kind, int limit) {
    return query.list(
        "select conversation_id, min(due_at) from owed where kind = ?"
            + " group by conversation_id order by min(due_at) limit ?",
        row -> new ConversationId(Rows.uuid(row, 1)),
        kind.name(),
        limit);
  }

  @Override
  public List<Long> places(Owed.Kind kind, ConversationId conversation) {
    return query.list(
        "select seq from owed where kind = ? and conversation_id = ? order by seq",
        row -> row.getLong(1),
        kind.name(),
        conversation.value());
  }

  /// Commits what waits, then stops.
  @Override
  public void close() {
    commits.close();
  }
}
