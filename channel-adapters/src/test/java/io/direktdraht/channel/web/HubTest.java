package io.direktdraht.channel.web;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.access.Sessions;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What open widgets are shown, and which.
class HubTest {
  private final Widgets web = new Widgets();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void typingIsShownToTheOthersSideAlone() throws Exception {
    var eva = web.welcomed(null);
    var seen = written(eva);
    var other = web.welcomed(null);
    written(other);
    web.signals.publish(new Signal.Typing(seen, new Author.Contact(), true));
    web.signals.publish(new Signal.Typing(seen, new Author.Agent(ANA, "Ana"), true));
    until("typing", () -> !eva.ofType("typing").isEmpty());
    assertThat(eva.ofType("typing"))
        .singleElement()
        .satisfies(frame -> assertThat(frame.get("name").stringValue()).isEqualTo("Ana"));
    assertThat(other.ofType("typing")).isEmpty();
  }

  @Test
  void whatTheTeamReadMovesTheContactsMarksAndNotTheOtherWayRound() throws Exception {
    var eva = web.welcomed(null);
    var seen = written(eva);
    web.signals.publish(new Signal.CursorMoved(seen, Side.CONTACT, new Cursor(9, 9)));
    web.signals.publish(new Signal.CursorMoved(seen, Side.TEAM, new Cursor(2, 1)));
    until("the marks", () -> !eva.ofType("cursors").isEmpty());
    var marks = eva.ofType("cursors").getLast();
    assertThat(marks.get("delivered").longValue()).isEqualTo(2);
    assertThat(marks.get("read").longValue()).isEqualTo(1);
  }

  @Test
  void whoTurnsOutToBeSomebodyWhoWaitsSeesThatConversation() throws Exception {
    var phone = new Contact.Point(PUSHED, fresh());
    var waiting =
        web.ports.intake().receive(hello(PUSHED, phone.externalId(), fresh())).conversation();
    append(waiting.id(), handoff());
    var eva = web.welcomed(null);
    var here = written(eva);
    var visitor = web.tokens.verify(eva.token(), WEB).orElseThrow();
    var join =
        Join.proven(new Contact.Point(WEB, visitor.id()), phone, Proof.CODE, NINE.plusSeconds(1));
    assertThat(web.joining.join(join)).isInstanceOf(Joining.Joined.Done.class);
    until("the other conversation", () -> shows(eva, waiting.id()));
    append(waiting.id(), said(new Author.Agent(ANA, "Ana"), WEB, "Guten Tag, Eva"));
    until("what is said there", () -> eva.frames().toString().contains("Guten Tag, Eva"));
    assertThat(eva.ofType("event").getLast().get("conversation").stringValue())
        .isEqualTo(waiting.id().toString());
    assertThat(here).isNotEqualTo(waiting.id());
  }

  private static boolean shows(Sessions session, ConversationId id) {
    return session.ofType("event").stream()
        .anyMatch(event -> event.get("conversation").stringValue().equals(id.toString()));
  }

  @Test
  void aNoteOfTheTeamIsShownToNobody() throws Exception {
    var eva = web.welcomed(null);
    var seen = written(eva);
    append(seen, note("schwierig"));
    append(seen, said(new Author.Agent(ANA, "Ana"), WEB, "Guten Tag"));
    until("the answer", () -> eva.frames().toString().contains("Guten Tag"));
    assertThat(eva.frames().toString()).doesNotContain("schwierig");
    var events = eva.ofType("event");
    assertThat(events.getLast().get("prev")).isEqualTo(events.get(events.size() - 2).get("seq"));
  }

  @Test
  void everyTabFollowsAndWhoLeftIsForgotten() throws Exception {
    var first = web.welcomed(null);
    var second = web.welcomed(first.token());
    assertThat(web.hub.size()).isEqualTo(2);
    written(first);
    until("both tabs", () -> !second.ofType("event").isEmpty());
    web.leave(second);
    assertThat(web.hub.size()).isEqualTo(1);
    int shown = second.frames().size();
    written(first);
    until("the second message", () -> first.ofType("event").size() == 2);
    assertThat(second.frames()).hasSize(shown);
    web.leave(first);
    assertThat(web.hub.size()).isZero();
  }

  @Test
  void whoCouldNotBeShownTheirConversationIsForgottenWithTheirConnection() throws Exception {
    var eva = web.welcomed(null);
    written(eva);
    web.leave(eva);
    web.away = true;
    var again = web.welcomed(eva.token());
    until("the outage is told", () -> !again.ofType("error").isEmpty());
    web.leave(again);
    assertThat(web.hub.size()).isZero();
  }

  @Test
  void hintsInTheWrongOrderShowEachEventOnceInOrder() throws Exception {
    var eva = web.welcomed(null);
    var seen = written(eva);
    until("the message", () -> !eva.ofType("event").isEmpty());
    append(seen, said(new Author.Bot(), WEB, "eins"));
    append(seen, said(new Author.Bot(), WEB, "zwei"));
    until("both", () -> eva.ofType("event").size() == 3);
    var all = web.ports.log().read(seen, 0, 100);
    for (var one : all.reversed())
      web.signals.publish(new Signal.Committed(now(seen), List.of(one), java.util.Set.of()));
    append(seen, said(new Author.Bot(), WEB, "drei"));
    until("the last", () -> eva.ofType("event").size() == 4);
    assertThat(eva.seqs()).isSorted().doesNotHaveDuplicates();
  }

  /// Reliability list, 63: who floods is cut off, and nobody else is.
  @Test
  void aFloodOfFramesEndsItsOwnConnectionOnly() throws Exception {
    var flood = web.welcomed(null);
    var eva = web.welcomed(null);
    for (int i = 0; i < 1000 && flood.closed == null; i++)
      web.send(flood, "{\"type\":\"typing\",\"active\":true}");
    until("the end", () -> flood.closed != null);
    assertThat(Objects.requireNonNull(flood.closed).getCode()).isEqualTo(1008);
    written(eva);
    assertThat(eva.closed).isNull();
  }

  private ConversationId written(Sessions session) throws Exception {
    int before = session.ofType("ack").size();
    web.say(session, fresh(), "Hallo");
    until("the ack", () -> session.ofType("ack").size() > before);
    return ConversationId.of(session.ofType("ack").getLast().get("conversation").stringValue());
  }

  private Conversation now(ConversationId id) {
    return web.ports.conversations().find(id).orElseThrow();
  }

  private void append(ConversationId id, ConversationEvent event) {
    web.ports.log().append(new Append(id, new Append.Condition.Always(), List.of(event)));
  }
}
