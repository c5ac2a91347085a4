package io.direktdraht.conversation.join;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Joining.Joined;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.log.LogPorts;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver does when two addresses turn out to be one customer's.
public interface JoiningContract {
  LogPorts ports();

  Joining joining();

  Codes codes();

  private static Contact.Point web() {
    return new Contact.Point(WEB, fresh());
  }

  private static Contact.Point phone() {
    return new Contact.Point(PUSHED, fresh());
  }

  private Conversation writes(Contact.Point from) {
    return writes(from, 0);
  }

  /// So many minutes after nine.
  private Conversation writes(Contact.Point from, int minute) {
    var at = NINE.plusSeconds(60L * minute);
    return ports()
        .intake()
        .receive(hello(from.line(), from.externalId(), fresh(), at))
        .conversation();
  }

  private static Join join(Contact.Point one, Contact.Point other) {
    return Join.proven(one, other, Proof.CODE, NINE);
  }

  private Conversation now(Conversation before) {
    return ports().conversations().find(before.id()).orElseThrow();
  }

  private Contact contact(Conversation conversation) {
    return ports().conversations().contact(conversation.contact()).orElseThrow();
  }

  private ConversationEvent last(Conversation conversation) {
    return ports()
        .log()
        .read(conversation.id(), now(conversation).lastSeq() - 1, 1)
        .getFirst()
        .event();
  }

  private void append(Conversation to, ConversationEvent event) {
    ports().log().append(new Append(to.id(), new Append.Condition.Always(), List.of(event)));
  }

  private void comesTo(Contact.Point from, Conversation expected) {
    assertThat(writes(from).id()).isEqualTo(expected.id());
  }

  @Test
  default void movesAConversationToAnAddressThatNobodyHad() {
    var site = web();
    var phone = phone();
    var begun = writes(site);
    var join = join(site, phone);
    assertThat(joining().join(join)).isEqualTo(new Joined.Done(begun.contact()));
    assertThat(last(begun))
        .isEqualTo(
            new ConversationEvent.ContactJoined(join.id(), PUSHED, Proof.CODE, null, null, NINE));
    comesTo(phone, begun);
    comesTo(site, begun);
    assertThat(now(begun).line()).isEqualTo(WEB);
    assertThat(contact(begun).points()).containsExactly(site, phone);
  }

  @Test
  default void remembersTwoAddressesOfSomebodyWhoHasNotWrittenYet() {
    var site = web();
    var phone = phone();
    joining().join(join(site, phone));
    assertThat(ports().conversations().latest(WEB, site.externalId())).isEmpty();
    var known = ports().conversations().contact(site).orElseThrow();
    assertThat(known.points()).containsExactlyInAnyOrder(site, phone);
    assertThat(ports().conversations().contact(web())).isEmpty();
    comesTo(site, writes(phone));
  }

  @Test
  default void doesNothingTwice() {
    var site = web();
    var phone = phone();
    var begun = writes(site);
    joining().join(join(site, phone));
    long seq = now(begun).lastSeq();
    assertThat(joining().join(join(phone, site))).isEqualTo(new Joined.Already(begun.contact()));
    assertThat(now(begun).lastSeq()).isEqualTo(seq);
  }

  @Test
  default void endsTheYoungerOfTwoOpenConversations() {
    var site = web();
    var phone = phone();
    var elder = writes(phone);
    var younger = writes(site, 1);
    joining().join(join(site, phone));
    assertThat(now(younger).stage()).isEqualTo(new Stage.Resolved(Outcome.MERGED_INTO));
    assertThat(now(elder).open()).isTrue();
    assertThat(last(elder))
        .isInstanceOfSatisfying(
            ConversationEvent.ContactJoined.class,
            joined -> assertThat(joined.merged()).isEqualTo(younger.id()));
    assertThat(now(younger).contact()).isEqualTo(elder.contact());
    assertThat(ports().conversations().of(elder.contact(), 10))
        .extracting(Conversation::id)
        .containsExactlyInAnyOrder(elder.id(), younger.id());
    comesTo(site, elder);
    comesTo(phone, elder);
  }

  @Test
  default void goesOnWhereAPersonIsOrSomebodyWaits() {
    var site = web();
    var phone = phone();
    var elder = writes(phone);
    var waiting = writes(site, 1);
    append(waiting, handoff());
    joining().join(join(site, phone));
    assertThat(now(waiting).stage()).isInstanceOf(Stage.Waiting.class);
    assertThat(now(elder).stage()).isEqualTo(new Stage.Resolved(Outcome.MERGED_INTO));
    comesTo(phone, waiting);
    assertThat(contact(now(waiting)).points()).containsExactlyInAnyOrder(site, phone);
  }

  @Test
  default void keepsWhatBothTold() {
    var site = web();
    var phone = phone();
    var elder = writes(phone);
    var younger = writes(site, 1);
    append(elder, new ConversationEvent.DetailGiven(Contact.Detail.NAME, "Eva", NINE));
    append(younger, new ConversationEvent.DetailGiven(Contact.Detail.NAME, "Eva Maria", NINE));
    append(younger, new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, "eva@b.de", NINE));
    joining().join(join(site, phone));
    var details = contact(now(elder)).details();
    assertThat(details.name()).isEqualTo("Eva");
    assertThat(details.email()).isEqualTo("eva@b.de");
  }

  @Test
  default void neverMakesOneOfTwoCustomersOfTheShop() {
    var site = web();
    var phone = phone();
    var elder = writes(phone);
    var younger = writes(site, 1);
    assertThat(joining().join(join(phone, new Contact.Point(Union.SHOP, fresh()))))
        .isInstanceOf(Joined.Done.class);
    assertThat(joining().join(join(site, new Contact.Point(Union.SHOP, fresh()))))
        .isInstanceOf(Joined.Done.class);
    assertThat(joining().join(join(site, phone))).isEqualTo(new Joined.Different());
    assertThat(joining().join(join(site, new Contact.Point(Union.SHOP, fresh()))))
        .isEqualTo(new Joined.Different());
    assertThat(now(elder).open()).isTrue();
    assertThat(now(younger).contact()).isNotEqualTo(now(elder).contact());
  }

  @Test
  default void takesBackAnAddress() {
    var site = web();
    var phone = phone();
    var begun = writes(site);
    var join = join(site, phone);
    joining().join(join);
    assertThat(joining().part(join.id(), NINE)).isTrue();
    assertThat(last(begun)).isEqualTo(new ConversationEvent.ContactParted(join.id(), NINE));
    comesTo(site, begun);
    assertThat(writes(phone).contact()).isNotEqualTo(begun.contact());
    assertThat(contact(now(begun)).points()).containsExactly(site);
    assertThat(joining().part(join.id(), NINE)).isFalse();
  }

  @Test
  default void takesBackTheJoinOfTwoContacts() {
    var site = web();
    var phone = phone();
    var elder = writes(phone);
    var waiting = writes(site, 1);
    append(waiting, handoff());
    var join = join(site, phone);
    joining().join(join);
    assertThat(joining().part(join.id(), NINE)).isTrue();
    assertThat(now(waiting).contact()).isEqualTo(waiting.contact());
    assertThat(now(elder).contact()).isEqualTo(elder.contact());
    assertThat(now(waiting).stage()).isInstanceOf(Stage.Waiting.class);
    comesTo(site, waiting);
    assertThat(writes(phone).contact()).isEqualTo(elder.contact());
    assertThat(contact(now(waiting)).points()).containsExactly(site);
  }

  @Test
  default void takesBackNothingThatNeverWas() {
    assertThat(joining().part(JoinId.next(NINE), NINE)).isFalse();
  }

  @Test
  default void makesOneContactOfTwoHoweverManySayItAtOnce() {
    var site = web();
    var phone = phone();
    writes(phone);
    writes(site);
    var joined = LogContract.together(8, _ -> joining().join(join(site, phone)));
    assertThat(joined).filteredOn(Joined.Done.class::isInstance).hasSize(1);
    assertThat(joined).filteredOn(Joined.Already.class::isInstance).hasSize(7);
  }

  @Test
  default void losesNoMessageThatArrivesInTheSameMoment() {
    for (int round = 0; round < 10; round++) {
      var site = web();
      var phone = phone();
      writes(site);
      writes(phone);
      LogContract.together(
          9, i -> i == 4 ? joining().join(join(site, phone)) : writes(i % 2 == 0 ? site : phone));
      var latest = ports().conversations().latest(WEB, site.externalId()).orElseThrow();
      assertThat(ports().conversations().latest(PUSHED, phone.externalId())).contains(latest);
      var all = ports().conversations().of(latest.contact(), 10);
      assertThat(all).filteredOn(Conversation::open).containsExactly(latest);
      var received =
          all.stream()
              .flatMap(one -> ports().log().read(one.id(), 0, 100).stream())
              .filter(one -> one.event() instanceof ConversationEvent.MessageReceived)
              .count();
      assertThat(received).isEqualTo(10);
    }
  }

  @Test
  default void aCodeServesOneAddress() {
    var code = Code.next(new java.util.Random()::nextInt);
    var site = web();
    var phone = phone();
    codes().issue(code, site, NINE.plusSeconds(60));
    assertThat(codes().find(code, web(), NINE)).contains(site);
    assertThat(codes().redeem(code, phone, NINE)).contains(site);
    assertThat(codes().redeem(code, phone, NINE)).contains(site);
    assertThat(codes().redeem(code, phone(), NINE)).isEmpty();
    assertThat(codes().find(code, phone(), NINE)).isEmpty();
    assertThat(codes().redeem(code, phone, NINE.plusSeconds(60))).isEmpty();
  }

  @Test
  default void forgetsCodesThatNoLongerHold() {
    var code = Code.next(new java.util.Random()::nextInt);
    codes().issue(code, web(), NINE.plusSeconds(60));
    codes().forget(NINE.plusSeconds(60));
    assertThat(codes().find(code, phone(), NINE)).isEmpty();
  }
}
