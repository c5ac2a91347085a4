package io.direktdraht.conversation.log;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every directory finds.
public interface DirectoryContract {
  /// After whatever other contracts have written.
  Instant LATE = NINE.plusSeconds(1_000_000);

  LogPorts ports();

  Directory directory();

  @Test
  default void findsAnAddressOnAnyOfOurLines() {
    var phone = "+49" + fresh();
    var seen = from(PUSHED, phone);
    var letter = from(POSTED, phone);
    assertThat(ids(directory().at(Set.of("nobody", phone), 10)))
        .containsExactlyInAnyOrder(seen.contact(), letter.contact());
    assertThat(directory().at(Set.of(phone.substring(1)), 10)).isEmpty();
    assertThat(directory().at(Set.of(phone), 1)).hasSize(1);
    assertThat(directory().at(Set.of(), 10)).isEmpty();
  }

  @Test
  default void findsWhoGaveAnEmailOrAPhoneOnce() {
    var email = fresh() + "@example.org";
    var seen = from(WEB, fresh());
    tells(seen, Contact.Detail.EMAIL, email);
    tells(seen, Contact.Detail.PHONE, "+4915112345678");
    assertThat(directory().at(Set.of(email), 10))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.id()).isEqualTo(seen.contact());
          assertThat(found.details().email()).isEqualTo(email);
          assertThat(found.points()).hasSize(1);
        });
  }

  @Test
  default void findsANameByTheBeginningOfAnyOfItsWords() {
    var name = fresh().replace("-", "");
    var older = from(WEB, fresh());
    var newer = from(WEB, fresh(), LATE.plusSeconds(1));
    tells(older, Contact.Detail.NAME, "Mia " + name + " Groß");
    tells(newer, Contact.Detail.NAME, name.toUpperCase(Locale.ROOT));
    assertThat(ids(directory().named(name, 10))).containsExactly(newer.contact(), older.contact());
    assertThat(ids(directory().named("MIA " + name.substring(0, 20), 10)))
        .containsExactly(older.contact());
    assertThat(directory().named(name.substring(3), 10)).isEmpty();
    assertThat(directory().named(name, 1)).hasSize(1);
  }

  @Test
  default void findsWhatTheBotHasNotedLast() {
    var order = "LH-" + fresh();
    var seen = from(WEB, fresh());
    turns(seen, Map.of("order_number", order + "0"));
    assertThat(directory().noted(order, 10)).isEmpty();
    turns(seen, Map.of("order_number", order));
    assertThat(ids(directory().noted(order, 10))).containsExactly(seen.contact());
    turns(seen, Map.of());
    assertThat(directory().noted(order, 10)).isEmpty();
  }

  private void turns(Conversation seen, Map<String, String> slots) {
    var understood = new Turn.Understood("de", List.of(), List.of(), false, 0, List.of());
    var dialogue = Turn.Dialogue.fresh(1, "de", slots);
    var turn = new Turn("act", "order_status", understood, dialogue, "v1", 1, 1);
    var event = new ConversationEvent.TurnDecided(turn, NINE);
    ports().log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
  }

  @Test
  default void aSignIsASign() {
    var name = fresh().replace("-", "");
    tells(from(WEB, fresh()), Contact.Detail.NAME, name + "100% a_b!");
    assertThat(directory().named(name + "100%", 10)).hasSize(1);
    assertThat(directory().named(name + "%", 10)).isEmpty();
    assertThat(directory().named(name.substring(0, 10) + "_", 10)).isEmpty();
  }

  private Conversation from(Line.Id line, String sender) {
    return from(line, sender, LATE);
  }

  private Conversation from(Line.Id line, String sender, Instant at) {
    return ports().intake().receive(hello(line, sender, fresh(), at)).conversation();
  }

  private void tells(Conversation seen, Contact.Detail detail, String value) {
    var event = new ConversationEvent.DetailGiven(detail, value, NINE);
    ports().log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
  }

  private static List<ContactId> ids(List<Contact> contacts) {
    return contacts.stream().map(Contact::id).toList();
  }
}
