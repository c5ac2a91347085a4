package io.direktdraht.console.desk;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.RULES;
import static io.direktdraht.conversation.log.Logs.fresh;
import static io.direktdraht.conversation.log.Logs.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.desk.exit.Exit;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which things can stand when a contact wants a person: there is always a way on, and
/// it leads somewhere.
class ExitsTest {
  private static final List<String> TIMES =
      List.of(
          "2026-11-23T10:00", // open
          "2026-11-23T11:57", // lunch is near
          "2026-11-23T12:30", // lunch
          "2026-11-23T22:00", // night
          "2026-11-28T10:00", // weekend
          "2026-12-25T10:00"); // closed by exception

  private static final Lines LINES =
      Lines.of(
              new Line(new Line.Id("web"), "web", false),
              new Line(new Line.Id("shop"), "whatsapp", true),
              new Line(new Line.Id("post"), "email", true))
          .leadingTo(List.of(new Line.Id("shop")));

  private enum Staff {
    NEVER,
    VANISHED,
    FREE,
    FULL,
    OTHER_TEAM
  }

  private record Case(String time, Staff staff, int waiting, Line.Id line, Escalation.Reason why) {}

  static Stream<Case> cases() {
    return TIMES.stream()
        .flatMap(time ->
            Stream.of(Staff.values())
                .flatMap(staff ->
                    Stream.of(0, 1, 60)
                        .flatMap(waiting ->
                            LINES.all().stream()
                                .map(Line::id)
                                .flatMap(line ->
                                    Stream.of(
                                            Escalation.Reason.HUMAN_WISH,
                                            Escalation.Reason.BOT_ERROR)
                                        .map(why -> new Case(time, staff, waiting, line, why))))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thereIsAlwaysAWayOnAndItLeadsSomewhere(Case given) {
    var way = new House(given).arrives();
    var stage = way.now().stage();
    var told = way.told();
    assertThat(told.text()).isNotBlank();
    assertThat(told.choices()).doesNotHaveDuplicates();
    if (stage instanceof Stage.Promised promised) assertThat(promised.due()).isAfter(way.house.now);
    else assertThat(stage).isInstanceOf(Stage.Waiting.class);
    boolean soon = told.text().startsWith("Sie sind als Nächstes dran");
    if (soon) return; // a place and a time
    var offered = told.choices().stream().map(Content.Choice::payload).toList();
    assertThat(offered).contains("/desk/callback", "/bot");
    assertThat(offered.contains("/desk/email")).isEqualTo(!given.line().value().equals("post"));
    assertThat(offered.contains("/desk/messenger")).isEqualTo(given.line().value().equals("web"));
    for (var choice : offered) leadsSomewhere(new House(given).arrives(), choice);
  }

  private static void leadsSomewhere(Way way, String choice) {
    var before = way.now().lastSeq();
    way.presses(choice);
    var kind = choice.equals("/bot") ? Owed.Kind.TURN : Owed.Kind.DESK;
    boolean forBot = choice.equals("/bot");
    assertThat(way.house.log.places(kind, way.id()).isEmpty()).isEqualTo(!forBot);
    if (forBot) return; // what the bot does then is its own test
    assertThat(way.now().lastSeq()).isGreaterThan(before + 1);
    assertThat(way.now().stage().waitsForPerson()).isTrue();
    assertThat(way.told().text()).isNotBlank();
  }

  @Test
  void everyExitHasAWord() {
    assertThat(Stream.of(Exit.values()).map(exit -> Exit.of(exit.word()).orElseThrow()))
        .containsExactly(Exit.values());
  }

  @Test
  void whenNoSlotIsFreeThereAreOtherWays() {
    assertThat(Exit.offered(false, false, false))
        .containsExactly(Exit.KEEP_PLACE, Exit.EMAIL, Exit.BOT);
    assertThat(Exit.offered(false, true, false)).containsExactly(Exit.KEEP_PLACE, Exit.BOT);
    assertThat(Exit.offered(false, false, true))
        .containsExactly(Exit.KEEP_PLACE, Exit.EMAIL, Exit.MESSENGER, Exit.BOT);
  }

  /// A desk in which things stand like this.
  private static final class House {
    private final Case given;
    private final LocalSignals signals = new LocalSignals();
    private final MemoryLog log = new MemoryLog(LINES, RULES, signals);
    private Instant now = NINE.minusSeconds(86_400);
    private final Presence presence = new Presence(signals, () -> now);
    private final Desk desk =
        new Desk(
            new Desk.Ports(log, log, log, signals, LINES),
            presence,
            Desks.LUNCH_RULES,
            () -> now,
            new SimpleMeterRegistry());

    House(Case given) {
      this.given = given;
      now = LocalDateTime.parse(given.time()).atZone(Desks.OFFICE.zone()).toInstant();
      staffed();
      for (int i = 0; i < given.waiting(); i++) wants(new Line.Id("web"), Needs.ANYBODY);
    }

    private void staffed() {
      var ana = new AgentId("ana"); // of returns, for one contact
      var bob = new AgentId("bob"); // of billing
      switch (given.staff()) {
        case NEVER -> {}
        case VANISHED -> {
          presence.connected(ana);
          presence.left(ana);
        }
        case FREE -> presence.connected(ana);
        case FULL -> {
          presence.connected(ana);
          var seen = wants(new Line.Id("web"), Needs.ANYBODY);
          append(seen, new ConversationEvent.AgentJoined(ana, "Ana", now));
        }
        case OTHER_TEAM -> presence.connected(bob);
      }
    }

    private Conversation wants(Line.Id line, Needs needs) {
      var seen = log.receive(hello(line, fresh(), fresh(), now)).conversation();
      var why = new Escalation(given.why(), "rule", List.of(), needs, Escalation.Evidence.NONE);
      append(seen, new ConversationEvent.HandoffRequested(why, now));
      return seen;
    }

    private void append(Conversation seen, ConversationEvent event) {
      log.append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
    }

    Way arrives() {
      now = now.plusSeconds(1);
      var seen = wants(given.line(), new Needs("returns", null, 0));
      desk.tell(seen.id());
      return new Way(this, seen);
    }
  }

  /// One contact on the way to a person.
  private record Way(House house, Conversation seen) {
    io.direktdraht.conversation.ConversationId id() {
      return seen.id();
    }

    Conversation now() {
      return house.log.find(seen.id()).orElseThrow();
    }

    Content told() {
      return house.log.read(seen.id(), 0, 100).reversed().stream()
          .flatMap(one ->
              one.event() instanceof ConversationEvent.MessageSent(var message, _)
                  ? Stream.of(message.content())
                  : Stream.empty())
          .findFirst()
          .orElseThrow();
    }

    void presses(String payload) {
      var content = new Content("…", payload, List.of());
      var message = new Message(new Author.Contact(), seen.line(), content, null);
      house.append(seen, new ConversationEvent.MessageReceived(message, house.now));
      house.desk.tell(seen.id());
    }
  }
}
