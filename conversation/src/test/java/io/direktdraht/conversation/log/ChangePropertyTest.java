package io.direktdraht.conversation.log;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever events come in whatever order, in whatever portions.
class ChangePropertyTest {
  @Property(tries = 500, seed = "20261122")
  void placesHaveNoGapsAndNameThePreviousOneThatTheContactSees(
      @ForAll("portions") List<List<ConversationEvent>> portions) {
    var ports = Memories.ports();
    var seen = ports.intake().receive(hello(PUSHED, fresh(), fresh())).conversation();
    for (var events : portions)
      ports.log().append(new Append(seen.id(), new Append.Condition.Always(), events));
    long last = 0;
    long shown = 0;
    for (var recorded : ports.log().read(seen.id(), 0, 10_000)) {
      assertThat(recorded.seq()).isEqualTo(last + 1);
      assertThat(recorded.prevShown()).isEqualTo(shown);
      last = recorded.seq();
      if (Audience.CONTACT.sees(recorded.event())) shown = last;
    }
    var now = ports.conversations().find(seen.id()).orElseThrow();
    assertThat(now.lastSeq()).isEqualTo(last);
    assertThat(now.marks().lastShown()).isEqualTo(shown);
  }

  @Property(tries = 500, seed = "20261122")
  void theSummaryIsTheFoldOfTheLogHoweverItWasPortioned(
      @ForAll("portions") List<List<ConversationEvent>> portions) {
    var ports = Memories.ports();
    var seen = ports.intake().receive(hello(WEB, fresh(), fresh())).conversation();
    var folded = seen;
    for (var events : portions) {
      ports.log().append(new Append(seen.id(), new Append.Condition.Always(), events));
      for (var event : events) folded = folded.after(event);
    }
    assertThat(ports.conversations().find(seen.id())).contains(folded);
  }

  @Property(tries = 500, seed = "20261122")
  void whatIsOwedFollowsFromTheEvents(@ForAll("portions") List<List<ConversationEvent>> portions) {
    var ports = Memories.ports();
    var seen = ports.intake().receive(hello(PUSHED, fresh(), fresh())).conversation();
    for (var events : portions)
      ports.log().append(new Append(seen.id(), new Append.Condition.Always(), events));
    var log = ports.log().read(seen.id(), 0, 10_000);
    var id = seen.id();
    assertThat(ports.owed().places(Owed.Kind.TURN, id)).isEqualTo(turns(log, seen));
    assertThat(ports.owed().places(Owed.Kind.DESK, id)).isEqualTo(desk(log, seen));
    assertThat(ports.owed().places(Owed.Kind.DELIVERY, id)).isEqualTo(deliveries(log));
    for (var kind : Owed.Kind.values())
      assertThat(ports.owed().conversations(kind, 10).contains(id))
          .isEqualTo(!ports.owed().places(kind, id).isEmpty());
  }

  /// Received while the bot may speak, and nobody took over since.
  private static List<Long> turns(List<Recorded> log, Conversation opened) {
    var owed = new TreeSet<Long>();
    var stages = stages(log, opened);
    for (var recorded : log)
      switch (recorded.event()) {
        case ConversationEvent.MessageReceived(var message, _) -> {
          var stage = stages.get((int) recorded.seq());
          boolean program = message.content().automatic();
          if (stage.botMaySpeak() && !forDesk(stage, message) && !program) owed.add(recorded.seq());
        }
        case ConversationEvent.AgentJoined _, ConversationEvent.Resolved _ -> owed.clear();
        case ConversationEvent.MessageWithdrawn(long message, _) -> owed.remove(message);
        default -> {}
      }
    return new ArrayList<>(owed);
  }

  /// "All is done" at any time before the end, everything else only from those who wait.
  private static boolean forDesk(Stage stage, Message message) {
    var press = message.content().payload();
    return switch (stage.kind()) {
      case WAITING, PROMISED -> press != null && press.startsWith("/desk/");
      case WITH_BOT, WITH_AGENT -> "/desk/solved".equals(press);
      case RESOLVED -> false;
    };
  }

  private static List<Long> desk(List<Recorded> log, Conversation opened) {
    var owed = new TreeSet<Long>();
    var stages = stages(log, opened);
    for (var recorded : log)
      switch (recorded.event()) {
        case ConversationEvent.HandoffRequested _, ConversationEvent.Requeued _ -> {
          if (stages.get((int) recorded.seq()) instanceof Stage.Waiting) owed.add(recorded.seq());
        }
        case ConversationEvent.StandingAsked _ -> {
          if (stages.get((int) recorded.seq()).waitsForPerson()) owed.add(recorded.seq());
        }
        case ConversationEvent.MessageReceived(var message, _) -> {
          if (forDesk(stages.get((int) recorded.seq()), message)) owed.add(recorded.seq());
        }
        case ConversationEvent.AgentJoined _,
            ConversationEvent.Resolved _,
            ConversationEvent.HandoffWithdrawn _ ->
            owed.clear();
        default -> {}
      }
    return new ArrayList<>(owed);
  }

  /// The stage after each place; place 0 is the beginning.
  private static List<Stage> stages(List<Recorded> log, Conversation opened) {
    var now = Conversation.opened(opened.id(), opened.contact(), opened.line(), NINE);
    var stages = new ArrayList<Stage>(List.of(now.stage()));
    for (var recorded : log) {
      now = now.after(recorded.event());
      stages.add(now.stage());
    }
    return stages;
  }

  private static List<Long> deliveries(List<Recorded> log) {
    return log.stream()
        .filter(recorded ->
            switch (recorded.event()) {
              case ConversationEvent.MessageSent(var message, _) -> message.line().equals(PUSHED);
              case ConversationEvent.Forwarded(_, _, var line, _) -> line.equals(PUSHED);
              default -> false;
            })
        .map(Recorded::seq)
        .toList();
  }

  @Provide
  Arbitrary<List<List<ConversationEvent>>> portions() {
    var kinds = new ArrayList<>(AllEvents.everyKind(1));
    kinds.add(said(new Author.Bot(), PUSHED, "dort"));
    kinds.add(handoff());
    for (var press : List.of("callback", Content.SOLVED)) {
      var content = new Content("Knopf", Content.DESK + press, List.of());
      var message = new Message(new Author.Contact(), WEB, content, null);
      kinds.add(new ConversationEvent.MessageReceived(message, NINE));
    }
    var absent = new Content("Ich bin im Urlaub", Content.AUTOMATIC, List.of());
    var program = new Message(new Author.Contact(), WEB, absent, null);
    kinds.add(new ConversationEvent.MessageReceived(program, NINE));
    return Arbitraries.of(kinds).list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(8);
  }
}
