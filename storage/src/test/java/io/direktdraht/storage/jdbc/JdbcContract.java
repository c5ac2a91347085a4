package io.direktdraht.storage.jdbc;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.console.people.PeopleContract;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.AttachmentsContract;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.inbox.RawEventsContract;
import io.direktdraht.conversation.join.JoiningContract;
import io.direktdraht.conversation.join.PinsContract;
import io.direktdraht.conversation.line.KeptLinesContract;
import io.direktdraht.conversation.log.AllEvents;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.CursorsContract;
import io.direktdraht.conversation.log.DirectoryContract;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.log.RevisingContract;
import io.direktdraht.conversation.mail.MailThreadsContract;
import io.direktdraht.conversation.outbox.DeliveriesContract;
import io.direktdraht.conversation.outbox.OptOutsContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every contract, and what only a database can do wrong.
interface JdbcContract
    extends LogContract,
        RevisingContract,
        DeliveriesContract,
        OptOutsContract,
        CursorsContract,
        DirectoryContract,
        PeopleContract,
        AttachmentsContract,
        RawEventsContract,
        KeptLinesContract,
        MailThreadsContract,
        JoiningContract,
        PinsContract {

  /// What the log names is there; a sweep in between cannot make it otherwise.
  @Test
  default void storesNoMessageThatNamesAFileThatIsNotThere() {
    var sender = fresh();
    var content = Content.text("schau").with(List.of(Files.picture("weg.png")));
    var inbound = new Inbound(WEB, sender, fresh(), content, null, NINE);
    assertThatThrownBy(() -> ports().intake().receive(inbound))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ports().conversations().latest(WEB, sender)).isEmpty();
  }

  @Test
  default void readsAWholeConversationAsItWasWritten() {
    var seen = received();
    var events = new ArrayList<>(AllEvents.everyKind(seen.lastSeq()));
    events.add(handoff());
    var append = new Append(seen.id(), new Append.Condition.Always(), events);
    var done = (Appended.Done) ports().log().append(append);
    assertThat(now(seen)).isEqualTo(done.conversation());
    assertThat(now(seen).marks().handoff()).isEqualTo(done.conversation().lastSeq());
  }

  @Test
  default void harmsNobodyWhenOneAppendAmongAHundredIsPoisoned() {
    var conversations = IntStream.range(0, 100).mapToObj(_ -> received()).toList();
    int poisoned = 42;
    var answers =
        LogContract.together(
            100,
            i -> {
              // The column holds 320 characters: the database refuses, not our own checks.
              var value = i == poisoned ? "x".repeat(1000) : "a" + i + "@example.org";
              var event = new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, value, NINE);
              var append =
                  new Append(
                      conversations.get(i).id(), new Append.Condition.Always(), List.of(event));
              if (i == poisoned) {
                assertThatThrownBy(() -> ports().log().append(append))
                    .isInstanceOf(IllegalStateException.class);
                return true;
              }
              return ports().log().append(append) instanceof Appended.Done;
            });
    assertThat(answers).containsOnly(true);
    for (int i = 0; i < 100; i++) {
      var before = conversations.get(i);
      assertThat(now(before).lastSeq()).isEqualTo(before.lastSeq() + (i == poisoned ? 0 : 1));
    }
  }

  @Test
  default void harmsNobodyWhenTheRulesFallOverOneMessageAmongMany() {
    var stored =
        LogContract.together(
            40,
            i -> {
              var text = Content.text(i == 17 ? TOO_MUCH : "Hallo");
              var inbound = new Inbound(WEB, fresh(), fresh(), text, null, NINE);
              try {
                return !ports().intake().receive(inbound).repeated();
              } catch (IllegalStateException refused) {
                return false;
              }
            });
    assertThat(stored).containsOnlyOnce(false).hasSize(40);
    assertThat(received().lastSeq()).isPositive(); // the writers live on
  }

  @Test
  default void oneCallThatTheDatabaseRefusesHarmsNoOther() {
    var line = new Line.Id("l-" + fresh());
    var raw = rawEvents();
    var stored =
        LogContract.together(
            40,
            i -> {
              try {
                var at = i == 17 ? Instant.MAX : NINE; // no column holds that
                return raw.store(new RawEvent(line, "k" + i, "b", at));
              } catch (IllegalStateException refused) {
                return false;
              }
            });
    assertThat(stored).containsOnlyOnce(false).hasSize(40);
    assertThat(raw.waiting(line, 100)).hasSize(39);
  }
}
