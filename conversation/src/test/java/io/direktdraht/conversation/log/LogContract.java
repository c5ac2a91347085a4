package io.direktdraht.conversation.log;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every driver of the log promises. Drivers inherit it and supply only the ports.
public interface LogContract extends FindingContract {

  @Test
  default void storesWhatWasReceivedAndOwesATurn() {
    var admission = ports().intake().receive(hello(WEB, fresh(), fresh()));
    var conversation = admission.conversation();
    assertThat(admission.repeated()).isFalse();
    assertThat(ports().conversations().find(conversation.id())).contains(conversation);
    assertThat(ports().owed().places(Owed.Kind.TURN, conversation.id()))
        .containsExactly(admission.seq());
    assertThat(ports().log().read(conversation.id(), 0, 10).getLast().event())
        .isInstanceOf(ConversationEvent.MessageReceived.class);
    assertThat(ports().conversations().contact(conversation.contact()).orElseThrow().details())
        .isEqualTo(Contact.Details.NONE.with(Contact.Detail.LANGUAGE, "de"));
  }

  @Test
  default void storesNothingThatIsToBeHidden() {
    var content = new Content("my secret 4711", "/say secret 4711", List.of());
    var inbound = new Inbound(WEB, fresh(), fresh(), content, "en", NINE);
    var admission = ports().intake().receive(inbound);
    var repeated = ports().intake().receive(inbound);
    assertThat(messages(admission.conversation().id()))
        .extracting(Recorded::event)
        .extracting(event -> ((ConversationEvent.MessageReceived) event).message().content())
        .containsExactly(new Content("my secret …", "/say secret …", List.of()));
    assertThat(repeated.repeated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"so und so,so und so", "my secret 4711,-"})
  default void anEchoIsKeptWordForWordOrNotAtAll(String echo, @Nullable String kept) {
    var content = Content.text("Hallo").echoing(echo);
    var inbound = new Inbound(WEB, fresh(), fresh(), content, "en", NINE);
    var admission = ports().intake().receive(inbound);
    assertThat(messages(admission.conversation().id()))
        .extracting(Recorded::event)
        .extracting(event -> ((ConversationEvent.MessageReceived) event).message().content().echo())
        .containsExactly(kept);
  }

  @Test
  default void receivesTheSameMessageOnceHoweverOftenItComesAtTheSameTime() {
    var sender = fresh();
    var key = fresh();
    var admissions = together(20, _ -> ports().intake().receive(hello(WEB, sender, key)));
    assertThat(admissions.stream().filter(admission -> !admission.repeated())).hasSize(1);
    assertThat(admissions.stream().map(Intake.Admission::seq).distinct()).hasSize(1);
    assertThat(admissions.stream().map(a -> a.conversation().id()).distinct()).hasSize(1);
    var id = admissions.getFirst().conversation().id();
    assertThat(messages(id)).hasSize(1);
    assertThat(ports().owed().places(Owed.Kind.TURN, id)).hasSize(1);
  }

  @Test
  default void opensOneConversationForTenMessagesOfANewContact() {
    var sender = fresh();
    var admissions = together(10, _ -> ports().intake().receive(hello(WEB, sender, fresh())));
    assertThat(admissions.stream().map(a -> a.conversation().id()).distinct()).hasSize(1);
    assertThat(admissions.stream().map(a -> a.conversation().contact()).distinct()).hasSize(1);
    assertThat(messages(admissions.getFirst().conversation().id())).hasSize(10);
  }

  @Test
  default void countsWithoutGapsAndNamesThePreviousPlaceThatTheContactSees() {
    var seen = received();
    ports().log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(note("x"))));
    ports().log().append(botAnswer(now(seen), "Guten Tag"));
    var events = ports().log().read(seen.id(), 0, 100);
    assertThat(events.stream().map(Recorded::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    long last = 0;
    for (var recorded : events) {
      assertThat(recorded.prevShown()).isEqualTo(last);
      if (Audience.CONTACT.sees(recorded.event())) last = recorded.seq();
    }
  }

  @Test
  default void takesTheBotsAnswerOnceAndSettlesTheTurn() {
    var seen = received();
    assertThat(ports().log().append(botAnswer(seen, "eins"))).isInstanceOf(Appended.Done.class);
    assertThat(ports().log().append(botAnswer(seen, "zwei")))
        .isEqualTo(new Appended.Refused(Appended.Refusal.NOT_OWED));
    assertThat(ports().owed().places(Owed.Kind.TURN, seen.id())).isEmpty();
    assertThat(now(seen).marks().answered()).isEqualTo(seen.lastSeq());
  }

  @Test
  default void keepsTheTurnOwedForAMessageThatCameMeanwhile() {
    var sender = fresh();
    var seen = ports().intake().receive(hello(WEB, sender, fresh())).conversation();
    var next = ports().intake().receive(hello(WEB, sender, fresh()));
    assertThat(ports().log().append(botAnswer(seen, "eins"))).isInstanceOf(Appended.Done.class);
    assertThat(ports().owed().places(Owed.Kind.TURN, seen.id())).containsExactly(next.seq());
  }

  @Test
  default void refusesTheBotsAnswerAfterAPersonTookOver() {
    var seen = received();
    ports().log().append(claim(seen, ANA));
    assertThat(ports().log().append(botAnswer(seen, "zu spät")))
        .isEqualTo(new Appended.Refused(Appended.Refusal.SPEAKER_CHANGED));
    assertThat(messages(seen.id())).hasSize(1);
    assertThat(ports().owed().places(Owed.Kind.TURN, seen.id())).isEmpty();
  }

  /// The bot speaks before, while and after a contact waits: the speaker does not change.
  @Test
  default void takesTheBotsAnswerAfterTheContactLeftTheQueue() {
    var seen = received();
    change(seen, handoff());
    change(seen, new ConversationEvent.HandoffWithdrawn(NINE));
    assertThat(now(seen).epoch()).isEqualTo(seen.epoch());
    assertThat(ports().log().append(botAnswer(seen, "gern"))).isInstanceOf(Appended.Done.class);
    assertThat(ports().owed().places(Owed.Kind.DESK, seen.id())).isEmpty();
  }

  @Test
  default void promisesNothingToWhoeverLeftTheQueue() {
    var seen = received();
    change(seen, handoff());
    change(seen, new ConversationEvent.HandoffWithdrawn(NINE));
    var promise = new ConversationEvent.PromiseMade(PromiseId.next(NINE), NINE, NINE);
    var late = new Append.Condition.SameEpoch(seen.epoch());
    assertThat(ports().log().append(new Append(seen.id(), late, List.of(promise))))
        .isEqualTo(new Appended.Refused(Appended.Refusal.NOT_OWED));
    assertThat(ports().log().append(new Append(seen.id(), late, List.of(handoff(), promise))))
        .isInstanceOf(Appended.Done.class);
  }

  private void change(Conversation seen, ConversationEvent event) {
    ports().log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
  }

  @Test
  default void givesAConversationToOneOfTwentyAgents() {
    var seen = received();
    ports()
        .log()
        .append(new Append(seen.id(), new Append.Condition.SameEpoch(1), List.of(handoff())));
    var claims = together(20, i -> ports().log().append(claim(seen, i % 2 == 0 ? ANA : BEN)));
    assertThat(claims.stream().filter(Appended.Done.class::isInstance)).hasSize(1);
    assertThat(now(seen).stage()).isInstanceOf(Stage.WithAgent.class);
    assertThat(ports().owed().places(Owed.Kind.DESK, seen.id())).isEmpty();
  }

  @Test
  default void letsOnlyTheOwnerSpeak() {
    var seen = received();
    ports().log().append(claim(seen, ANA));
    assertThat(ports().log().append(agentAnswer(now(seen), BEN, null)))
        .isEqualTo(new Appended.Refused(Appended.Refusal.NOT_OWNER));
    assertThat(ports().log().append(agentAnswer(seen, ANA, null)))
        .isEqualTo(new Appended.Refused(Appended.Refusal.SPEAKER_CHANGED));
    assertThat(ports().log().append(agentAnswer(now(seen), ANA, null)))
        .isInstanceOf(Appended.Done.class);
  }

  @Test
  default void appendsOnceForAKey() {
    var seen = received();
    ports().log().append(claim(seen, ANA));
    var key = fresh();
    var first = (Appended.Done) ports().log().append(agentAnswer(now(seen), ANA, key));
    assertThat(ports().log().append(agentAnswer(now(seen), ANA, key)))
        .isEqualTo(new Appended.Repeated(first.lastSeq()));
  }

  @Test
  default void knowsNoConversationThatWasNeverOpened() {
    var append =
        new Append(
            ConversationId.next(NINE), new Append.Condition.Always(), List.of(note("niemand")));
    assertThat(ports().log().append(append))
        .isEqualTo(new Appended.Refused(Appended.Refusal.UNKNOWN_CONVERSATION));
  }

  @Test
  default void reopensWithinADayAndOpensANewOneLater() {
    var sender = fresh();
    var seen = ports().intake().receive(hello(WEB, sender, fresh())).conversation();
    var end = new ConversationEvent.Resolved(Outcome.SOLVED_BY_BOT, null, NINE);
    ports().log().append(new Append(seen.id(), new Append.Condition.SameEpoch(1), List.of(end)));
    var hours = NINE.plus(Duration.ofHours(23));
    var again = ports().intake().receive(hello(WEB, sender, fresh(), hours)).conversation();
    assertThat(again.id()).isEqualTo(seen.id());
    assertThat(again.stage()).isEqualTo(new Stage.WithBot());
    assertThat(again.epoch()).isEqualTo(3);
    ports().log().append(new Append(seen.id(), new Append.Condition.SameEpoch(3), List.of(end)));
    var days = NINE.plus(Duration.ofHours(49));
    var other = ports().intake().receive(hello(WEB, sender, fresh(), days)).conversation();
    assertThat(other.id()).isNotEqualTo(seen.id());
    assertThat(ports().conversations().of(seen.contact(), 10).stream().map(Conversation::id))
        .containsExactly(other.id(), seen.id());
    assertThat(ports().conversations().latest(WEB, sender)).contains(other);
  }

  @Test
  default void writesDownEveryKindOfEventAsItWas() {
    var seen = received();
    var events = AllEvents.everyKind(seen.lastSeq());
    var always = new Append.Condition.Always();
    for (var event : events)
      assertThat(ports().log().append(new Append(seen.id(), always, List.of(event))))
          .isInstanceOf(Appended.Done.class);
    assertThat(ports().log().read(seen.id(), seen.lastSeq(), 100).stream().map(Recorded::event))
        .containsExactlyElementsOf(events);
  }

  default Conversation now(Conversation seen) {
    return ports().conversations().find(seen.id()).orElseThrow();
  }

  default List<Recorded> messages(ConversationId id) {
    return ports().log().read(id, 0, 1000).stream()
        .filter(recorded ->
            switch (recorded.event()) {
              case ConversationEvent.MessageReceived _ -> true;
              case ConversationEvent.MessageSent(var message, _) ->
                  message.author() instanceof Author.Bot;
              default -> false;
            })
        .toList();
  }

  interface Numbered<T> {
    T at(int number);
  }

  static <T> List<T> together(int count, Numbered<T> work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = IntStream.range(0, count).mapToObj(i -> (Callable<T>) () -> work.at(i)).toList();
      return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
