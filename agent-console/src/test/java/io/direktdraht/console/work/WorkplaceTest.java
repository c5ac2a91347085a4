package io.direktdraht.console.work;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.console.people.Account;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.LogContract;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkplaceTest {
  private final Offices office = new Offices();
  private final Workplace work = office.workplace;

  @Test
  void oneOfTwentyAgentsTakesAConversationAndTheOthersAreToldWho() {
    var seen = office.waiting();
    var crowd = new Crowds(office.ports.conversations(), new CountDownLatch(20));
    var rush =
        new Workplace(
            new Workplace.Ports(office.ports.log(), crowd, office.people, office.desk, office.ways),
            () -> office.now);
    var done = LogContract.together(20, i -> rush.claim(seen.id(), agent(i)));
    var winner = ((Stage.WithAgent) office.now(seen).stage()).name();
    assertThat(done).filteredOn(Done.Stored.class::isInstance).hasSize(1);
    assertThat(done)
        .filteredOn(one -> !(one instanceof Done.Stored))
        .hasSize(19)
        .containsOnly(new Done.AlreadyWith(winner));
    assertThat(office.told(seen))
        .containsExactly(winner + " ist jetzt für Sie da und hat alles gelesen.");
  }

  @Test
  void takingItTwiceChangesNothing() {
    var seen = office.waiting();
    var first = work.claim(seen.id(), ANNA);
    assertThat(work.claim(seen.id(), ANNA)).isEqualTo(first);
    assertThat(office.told(seen)).hasSize(1);
  }

  @Test
  void stepsInWhileTheBotServesAndFollowsUpWhatHadEnded() {
    var served = office.received();
    assertThat(work.claim(served.id(), ANNA)).isInstanceOf(Done.Stored.class);
    work.resolve(served.id(), ANNA, Outcome.SOLVED_BY_AGENT);
    assertThat(work.claim(served.id(), BERND)).isInstanceOf(Done.Stored.class);
    assertThat(office.now(served).stage().owner()).contains(BERND.id());
    assertThat(office.events(served)).hasAtLeastOneElementOfType(ConversationEvent.Reopened.class);
  }

  @Test
  void anAnswerThatIsSentTwiceIsOneMessageWithTheSamePlace() {
    var seen = claimed();
    var key = fresh();
    var first = work.answer(seen.id(), ANNA, "Guten Tag", key);
    var again = LogContract.together(10, _ -> work.answer(seen.id(), ANNA, "Guten Tag", key));
    assertThat(again).containsOnly(first);
    assertThat(answers(seen)).isEqualTo(1);
  }

  @Test
  void onlyWhoeverHasItAnswers() {
    var seen = claimed();
    assertThat(work.answer(seen.id(), BERND, "x", fresh())).isEqualTo(new Done.NotYours());
    assertThat(work.transfer(seen.id(), BERND, ANNA.id(), null)).isEqualTo(new Done.NotYours());
    assertThat(work.giveBack(seen.id(), BERND, null)).isEqualTo(new Done.NotYours());
    assertThat(work.resolve(seen.id(), BERND, Outcome.SPAM)).isEqualTo(new Done.NotYours());
    var nobodys = office.waiting();
    assertThat(work.answer(nobodys.id(), ANNA, "x", fresh())).isEqualTo(new Done.NotYours());
    assertThat(answers(seen) + answers(nobodys)).isZero();
  }

  @Test
  void aNoteIsForAgentsAlone() {
    var seen = claimed();
    work.note(seen.id(), BERND, "Stammkundin", fresh());
    assertThat(office.events(seen).getLast()).isInstanceOf(ConversationEvent.NoteAdded.class);
    assertThat(Audience.CONTACT.sees(office.events(seen).getLast())).isFalse();
    assertThat(office.now(seen).stage().owner()).contains(ANNA.id());
  }

  @Test
  void aNoteThatIsSentTwiceIsOne() {
    var seen = claimed();
    var key = fresh();
    var first = work.note(seen.id(), ANNA, "Stammkundin", key);
    assertThat(work.note(seen.id(), ANNA, "Stammkundin", key)).isEqualTo(first);
    assertThat(office.events(seen))
        .filteredOn(ConversationEvent.NoteAdded.class::isInstance)
        .hasSize(1);
  }

  @Test
  void handsOverToAColleagueAndTellsTheContact() {
    var seen = claimed();
    office.presence.connected(BERND.id());
    assertThat(work.transfer(seen.id(), ANNA, BERND.id(), "kennt Rechnungen"))
        .isInstanceOf(Done.Stored.class);
    assertThat(office.now(seen).stage().owner()).contains(BERND.id());
    assertThat(office.told(seen).getLast()).startsWith("Ben Kurz");
    assertThat(work.answer(seen.id(), ANNA, "x", fresh())).isEqualTo(new Done.NotYours());
    assertThat(work.answer(seen.id(), BERND, "x", fresh())).isInstanceOf(Done.Stored.class);
  }

  @Test
  void handsOverToNobodyWhoIsNotHere() {
    var seen = claimed();
    office.presence.left(BERND.id());
    assertThat(work.transfer(seen.id(), ANNA, BERND.id(), null))
        .isEqualTo(new Done.ColleagueAbsent(BERND.id()));
    assertThat(office.now(seen).stage().owner()).contains(ANNA.id());
    office.presence.connected(BERND.id());
    office.presence.say(BERND.id(), false);
    assertThat(work.transfer(seen.id(), ANNA, BERND.id(), null)).isInstanceOf(Done.Stored.class);
  }

  @Test
  void handsOverToNobodyWhoDoesNotExist() {
    var seen = claimed();
    assertThat(work.transfer(seen.id(), ANNA, new AgentId("zoe"), null))
        .isEqualTo(new Done.UnknownAgent());
    assertThat(office.now(seen).stage().owner()).contains(ANNA.id());
  }

  @Test
  void givesBackToTheBotAndTellsTheContact() {
    var seen = claimed();
    work.giveBack(seen.id(), ANNA, "geklärt");
    assertThat(office.now(seen).stage()).isEqualTo(new Stage.WithBot());
    assertThat(office.told(seen).getLast()).contains("der Bot");
  }

  @Test
  void endsAConversationOnce() {
    var seen = claimed();
    assertThat(work.resolve(seen.id(), ANNA, Outcome.SOLVED_BY_AGENT))
        .isInstanceOf(Done.Stored.class);
    assertThat(work.resolve(seen.id(), ANNA, Outcome.SPAM)).isEqualTo(new Done.TooLate());
    assertThat(office.now(seen).stage()).isEqualTo(new Stage.Resolved(Outcome.SOLVED_BY_AGENT));
  }

  @Test
  void theFirstAnswerKeepsThePromise() {
    var seen = promised();
    work.claim(seen.id(), ANNA);
    assertThat(office.now(seen).stage().openPromise()).isPresent();
    work.answer(seen.id(), ANNA, "Da bin ich", fresh());
    work.answer(seen.id(), ANNA, "Noch etwas", fresh());
    assertThat(kept(seen)).isEqualTo(1);
    assertThat(office.now(seen).stage().openPromise()).isEmpty();
  }

  @Test
  void aPromiseIsKeptByHandAndByAnEnd() {
    var seen = promised();
    assertThat(work.keep(seen.id(), ANNA)).isEqualTo(new Done.NotYours());
    work.claim(seen.id(), ANNA);
    assertThat(work.keep(seen.id(), ANNA)).isInstanceOf(Done.Stored.class);
    assertThat(work.keep(seen.id(), ANNA)).isEqualTo(new Done.TooLate());
    var other = promised();
    work.claim(other.id(), ANNA);
    work.resolve(other.id(), ANNA, Outcome.SOLVED_BY_AGENT);
    assertThat(kept(other)).isEqualTo(1);
  }

  @Test
  void knowsNoConversationThatNeverWas() {
    var id = ConversationId.next(office.now);
    assertThat(work.claim(id, ANNA)).isEqualTo(new Done.UnknownConversation());
    assertThat(work.note(id, ANNA, "x", fresh())).isEqualTo(new Done.UnknownConversation());
  }

  private Conversation claimed() {
    var seen = office.waiting();
    work.claim(seen.id(), ANNA);
    return seen;
  }

  private Conversation promised() {
    var seen = office.waiting();
    var due = office.now.plusSeconds(3600);
    office.append(
        seen, new ConversationEvent.PromiseMade(PromiseId.next(office.now), due, office.now));
    return seen;
  }

  private long kept(Conversation seen) {
    return office.events(seen).stream()
        .filter(ConversationEvent.PromiseKept.class::isInstance)
        .count();
  }

  private long answers(Conversation seen) {
    return office.events(seen).stream()
        .filter(event ->
            event instanceof ConversationEvent.MessageSent(var message, _)
                && message.author() instanceof Author.Agent)
        .count();
  }

  private static Account agent(int number) {
    return new Account(
        new AgentId("agent" + number), "Agent " + number, "{noop}x", Account.Role.AGENT);
  }
}
