package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.outbox.Deliveries.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver of the outbox's queue promises.
public interface DeliveriesContract {
  /// After everything that the clock of any driver gave the deliveries as their due time.
  Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  LogPorts ports();

  @Test
  default void handsOutTheLowestPlaceOfAConversationAndNothingElseUntilItIsSent() {
    var conversation = owing("eins", "zwei");
    var first = leased(conversation, LATER);
    assertThat(first).hasSize(1);
    assertThat(leased(conversation, LATER.plusSeconds(1))).isEmpty();
    assertThat(ports().deliveries().sent(first.getFirst(), "p-1", NINE)).isTrue();
    var second = leased(conversation, LATER.plusSeconds(2));
    assertThat(second.getFirst().seq()).isEqualTo(first.getFirst().seq() + 1);
  }

  @Test
  default void givesADeliveryToOneOfTwentyTakers() {
    var conversation = owing("eins");
    var taken = LogContract.together(20, _ -> leased(conversation, LATER));
    assertThat(taken.stream().mapToInt(List::size).sum()).isEqualTo(1);
  }

  @Test
  default void saysThatAnAttemptWasInterruptedWhenItsLeaseRanOut() {
    var conversation = owing("eins");
    var first = leased(conversation, LATER).getFirst();
    assertThat(first.interrupted()).isFalse();
    var second = leased(conversation, LATER.plusSeconds(61)).getFirst();
    assertThat(second.interrupted()).isTrue();
    assertThat(ports().deliveries().sent(first, "zombie", NINE)).isFalse();
    assertThat(ports().deliveries().postpone(first, NINE)).isFalse();
    assertThat(ports().deliveries().sent(second, "p-1", NINE)).isTrue();
  }

  @Test
  default void waitsUntilThePostponedTime() {
    var conversation = owing("eins");
    var first = leased(conversation, LATER).getFirst();
    ports().deliveries().postpone(first.having(3), LATER.plusSeconds(30));
    assertThat(leased(conversation, LATER.plusSeconds(29))).isEmpty();
    var again = leased(conversation, LATER.plusSeconds(30)).getFirst();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.parts()).isEqualTo(3);
    assertThat(again.interrupted()).isFalse();
  }

  @Test
  default void countsWhatALineStillOwes() {
    int before = ports().deliveries().owed(PUSHED);
    var conversation = owing("eins", "zwei");
    assertThat(ports().deliveries().owed(PUSHED)).isEqualTo(before + 2);
    ports().deliveries().sent(leased(conversation, LATER).getFirst(), "p-1", NINE);
    assertThat(ports().deliveries().owed(PUSHED)).isEqualTo(before + 1);
    assertThat(ports().deliveries().owed(WEB)).isZero();
  }

  @Test
  default void findsWhatThePlatformNamesAndWhatItHadUntilThen() {
    var conversation = owing("eins", "zwei", "drei");
    var id = fresh();
    var places = new ArrayList<Deliveries.Place>();
    for (int i = 0; i < 2; i++) {
      var next = leased(conversation, LATER.plusSeconds(i)).getFirst();
      places.add(new Deliveries.Place(next.conversation(), next.seq()));
      ports().deliveries().sent(next, id + i, NINE.plusSeconds(i));
    }
    var deliveries = ports().deliveries();
    assertThat(deliveries.named(PUSHED, id + 0)).contains(places.getFirst());
    assertThat(deliveries.named(PUSHED, id + 1)).contains(places.getLast());
    assertThat(deliveries.named(PUSHED, id + 2)).isEmpty();
    assertThat(deliveries.named(WEB, id + 0)).isEmpty();
    assertThat(deliveries.latest(conversation.id(), PUSHED, NINE.minusSeconds(1))).isEmpty();
    assertThat(deliveries.latest(conversation.id(), PUSHED, NINE)).contains(places.getFirst());
    assertThat(deliveries.latest(conversation.id(), PUSHED, LATER)).contains(places.getLast());
    assertThat(deliveries.latest(conversation.id(), WEB, LATER)).isEmpty();
    assertThat(deliveries.latest(owing("fremd").id(), PUSHED, LATER)).isEmpty();
  }

  @Test
  default void aLineDoesNotWaitForAnother() {
    var seen = owing("eins");
    var first = leased(seen, LATER).getFirst();
    ports()
        .log()
        .append(
            new Append(
                seen.id(),
                new Append.Condition.Always(),
                List.of(said(new Author.System(), POSTED, "zwei"))));
    assertThat(ports().deliveries().lease(POSTED, LATER, LATER.plusSeconds(60), 10_000))
        .anyMatch(delivery -> delivery.conversation().equals(seen.id()));
    assertThat(ports().deliveries().sent(first, "x", NINE)).isTrue();
  }

  private Conversation owing(String... texts) {
    var seen = ports().intake().receive(hello(PUSHED, fresh(), fresh())).conversation();
    for (var text : texts)
      ports()
          .log()
          .append(
              new Append(
                  seen.id(),
                  new Append.Condition.Always(),
                  List.of(said(new Author.System(), PUSHED, text))));
    return seen;
  }

  private List<Delivery> leased(Conversation conversation, Instant now) {
    return ports().deliveries().lease(PUSHED, now, now.plusSeconds(60), 10_000).stream()
        .filter(delivery -> delivery.conversation().equals(conversation.id()))
        .toList();
  }
}
