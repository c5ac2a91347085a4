package io.direktdraht.conversation.log;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every log finds again: who waits, where nothing happens, what is owed.
public interface FindingContract {
  LogPorts ports();

  /// The conversation after a first message.
  default Conversation received() {
    return ports().intake().receive(hello(WEB, fresh(), fresh())).conversation();
  }

  @Test
  default void ordersTheQueueByWaitingTime() {
    var first = received();
    var second = received();
    for (var seen : List.of(second, first)) {
      var at = seen == first ? NINE : NINE.plusSeconds(60);
      var event = (ConversationEvent.HandoffRequested) handoff();
      ports()
          .log()
          .append(
              new Append(
                  seen.id(),
                  new Append.Condition.SameEpoch(1),
                  List.of(new ConversationEvent.HandoffRequested(event.why(), at))));
    }
    assertThat(
            ports().conversations().inStage(Stage.Kind.WAITING, 1000).stream()
                .map(Conversation::id)
                .filter(id -> id.equals(first.id()) || id.equals(second.id())))
        .containsExactly(first.id(), second.id());
  }

  @Test
  default void findsWhereNothingHappensTheLongestFirst() {
    var old = ports().intake().receive(hello(WEB, fresh(), fresh(), at(1))).conversation();
    var older = ports().intake().receive(hello(WEB, fresh(), fresh(), at(0))).conversation();
    var fresh = ports().intake().receive(hello(WEB, fresh(), fresh(), at(2))).conversation();
    var ours = List.of(old.id(), older.id(), fresh.id());
    assertThat(
            ports().conversations().idle(Stage.Kind.WITH_BOT, at(2), null, 1000).stream()
                .map(Conversation::id)
                .filter(ours::contains))
        .containsExactly(older.id(), old.id());
    assertThat(ports().conversations().idle(Stage.Kind.WITH_BOT, at(2), null, 1)).hasSize(1);
    assertThat(ports().conversations().idle(Stage.Kind.RESOLVED, at(2), null, 1000))
        .noneMatch(conversation -> ours.contains(conversation.id()));
  }

  /// Also where many were touched at the same moment.
  @Test
  default void findsWhereNothingHappensPageByPage() {
    var ours = new HashSet<ConversationId>();
    for (int i = 0; i < 7; i++) {
      var when = at(-1).plusSeconds(i / 3 * 40L);
      ours.add(ports().intake().receive(hello(WEB, fresh(), fresh(), when)).conversation().id());
    }
    var found = new ArrayList<Conversation>();
    for (var page = pageAfter(null); !page.isEmpty(); page = pageAfter(page.getLast()))
      found.addAll(page);
    assertThat(found).extracting(Conversation::touchedAt).isSorted();
    assertThat(found)
        .extracting(Conversation::id)
        .doesNotHaveDuplicates()
        .filteredOn(ours::contains)
        .hasSize(7);
  }

  private List<Conversation> pageAfter(@Nullable Conversation after) {
    return ports().conversations().idle(Stage.Kind.WITH_BOT, at(0), after, 2);
  }

  @Test
  default void findsWhereNothingHappensToTheSecond() {
    var seen = ports().intake().receive(hello(WEB, fresh(), fresh(), at(5).plusSeconds(30)));
    var id = seen.conversation().id();
    assertThat(idle(at(5).plusSeconds(30))).doesNotContain(id);
    assertThat(idle(at(5).plusSeconds(31))).contains(id);
  }

  private List<ConversationId> idle(Instant before) {
    return ports().conversations().idle(Stage.Kind.WITH_BOT, before, null, 1000).stream()
        .map(Conversation::id)
        .toList();
  }

  @Test
  default void showsWhoWroteLastFirst() {
    var late = Instant.parse("2099-01-01T00:00:30Z");
    var first = ports().intake().receive(hello(WEB, fresh(), fresh(), late)).conversation();
    var second = ports().intake().receive(hello(WEB, fresh(), fresh(), late.plusSeconds(1)));
    var third = ports().intake().receive(hello(WEB, fresh(), fresh(), late.plusSeconds(60)));
    assertThat(
            ports().conversations().inStage(Stage.Kind.WITH_BOT, 1000).stream()
                .map(Conversation::id)
                .limit(3))
        .containsExactly(third.conversation().id(), second.conversation().id(), first.id());
  }

  private static Instant at(int hour) {
    return Instant.parse("2001-01-01T00:00:00Z").plusSeconds(3600L * hour);
  }

  @Test
  default void findsWhatIsOwed() {
    var seen = received();
    assertThat(ports().owed().conversations(Owed.Kind.TURN, 1000)).contains(seen.id());
    ports().log().append(botAnswer(seen, "eins"));
    assertThat(ports().owed().conversations(Owed.Kind.TURN, 1000)).doesNotContain(seen.id());
  }

  @Test
  default void owesADeliveryOnlyWhereTheLineDelivers() {
    var web = received();
    ports().log().append(botAnswer(web, "hier"));
    assertThat(ports().owed().places(Owed.Kind.DELIVERY, web.id())).isEmpty();
    var pushed = ports().intake().receive(hello(PUSHED, fresh(), fresh())).conversation();
    ports().log().append(botAnswer(pushed, "dort"));
    assertThat(ports().owed().places(Owed.Kind.DELIVERY, pushed.id())).hasSize(1);
  }

  /// It may be opened in a moment, or is open at another node.
  @Test
  default void owesADeliveryWhereTheLineIsNotOpenNow() {
    var shut = new Line.Id("shut");
    var seen = ports().intake().receive(hello(shut, fresh(), fresh())).conversation();
    ports().log().append(botAnswer(seen, "dort"));
    assertThat(ports().owed().places(Owed.Kind.DELIVERY, seen.id())).hasSize(1);
  }
}
