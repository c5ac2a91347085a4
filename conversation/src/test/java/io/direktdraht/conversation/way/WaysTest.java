package io.direktdraht.conversation.way;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.join.Union;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.conversation.template.Template.Filling;
import io.direktdraht.conversation.template.Templates.Readiness;
import io.direktdraht.conversation.way.Traffic.Flow;
import io.direktdraht.conversation.way.Way.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaysTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Contact.Point SITE = new Contact.Point(WEB, "visitor");
  private static final Contact.Point PHONE = new Contact.Point(PUSHED, "+4915");
  private static final Contact.Point LETTER = new Contact.Point(POSTED, "thread");
  private final Map<Line.Id, Heard> heard = new HashMap<>();
  private final Map<Line.Id, Flow> traffic = new HashMap<>();
  private Instant now = NINE;

  @Test
  void theFirstIsWhereAnswersGoByThemselves() {
    heard.put(PUSHED, at(NINE));
    assertThat(lines(WEB, SITE, PHONE, LETTER)).containsExactly(WEB, PUSHED, POSTED);
    assertThat(lines(POSTED, SITE, PHONE, LETTER)).containsExactly(POSTED, PUSHED, WEB);
  }

  @Test
  void aWindowClosesToTheSecond() {
    traffic.put(PUSHED, new Flow(DAY, false));
    heard.put(PUSHED, at(NINE));
    now = NINE.plus(DAY).minusSeconds(1);
    assertThat(state(PHONE)).isEqualTo(new State.Open(NINE.plus(DAY)));
    now = NINE.plus(DAY);
    assertThat(state(PHONE)).isEqualTo(new State.Closed(NINE.plus(DAY)));
  }

  @Test
  void whereNobodyEverWroteThereIsNoWindow() {
    traffic.put(PUSHED, new Flow(DAY, false));
    assertThat(state(PHONE)).isEqualTo(new State.Closed(null));
    traffic.clear();
    assertThat(state(PHONE)).isEqualTo(new State.Open(null));
  }

  @Test
  void whoBlockedUsIsNotReachedWhateverTheTime() {
    heard.put(PUSHED, new Heard(NINE, null, true));
    assertThat(state(PHONE)).isEqualTo(new State.Blocked());
    assertThat(way(PHONE).takesAnswers()).isFalse();
  }

  @Test
  void aPausedLineTakesAnswersAsLongAsItsWindow() {
    traffic.put(PUSHED, new Flow(DAY, true));
    heard.put(PUSHED, at(NINE));
    assertThat(state(PHONE)).isEqualTo(new State.Paused());
    assertThat(way(PHONE).takesAnswers()).isTrue();
    now = NINE.plus(DAY);
    assertThat(state(PHONE)).isEqualTo(new State.Closed(now));
  }

  @Test
  void whoIsAnsweredElsewhereTakesNothingFromUsAsLongAsTheWindow() {
    traffic.put(PUSHED, new Flow(DAY, true));
    heard.put(PUSHED, new Heard(NINE, null, false, true, null));
    assertThat(state(PHONE)).isEqualTo(new State.Elsewhere());
    assertThat(way(PHONE).takesAnswers()).isFalse();
    now = NINE.plus(DAY);
    assertThat(state(PHONE)).isEqualTo(new State.Closed(now));
    traffic.clear();
    assertThat(state(PHONE)).isEqualTo(new State.Elsewhere());
  }

  @Test
  void aTemplateIsTakenAfterTheWindowButNotByWhomeverBlockedUs() {
    var filled = ((Filling.Fits) Forms.plain().fill(Map.of())).content();
    heard.put(PUSHED, at(NINE));
    now = NINE.plus(DAY);
    for (var readiness : Readiness.values()) {
      traffic.put(PUSHED, new Flow(DAY, false, readiness));
      assertThat(way(PHONE).takes(filled)).isEqualTo(readiness == Readiness.READY);
      assertThat(way(PHONE).takes(Content.text("frei"))).isFalse();
      assertThat(way(PHONE).takesAnswers()).isFalse();
    }
    traffic.put(PUSHED, new Flow(DAY, false, Readiness.READY));
    heard.put(PUSHED, new Heard(NINE, null, true));
    assertThat(way(PHONE).takes(filled)).isFalse();
  }

  @Test
  void whatTakesAnswersComesBeforeWhatDoesNot() {
    traffic.put(PUSHED, new Flow(DAY, false));
    assertThat(lines(WEB, PHONE, SITE, LETTER)).containsExactly(WEB, POSTED, PUSHED);
  }

  @Test
  void theAddressIsWhereTheyLastWroteIfItIsStillTheirs() {
    var other = new Contact.Point(PUSHED, "+4917");
    heard.put(PUSHED, new Heard(NINE, PHONE.externalId(), false));
    assertThat(ways(PUSHED, PHONE, other).on(PUSHED).orElseThrow().point()).isEqualTo(PHONE);
    heard.put(PUSHED, new Heard(NINE, "+49 gone", false));
    assertThat(ways(PUSHED, PHONE, other).on(PUSHED).orElseThrow().point()).isEqualTo(other);
  }

  @Test
  void aNameInTheShopAndALineThatIsGoneAreNoWays() {
    var shop = new Contact.Point(Union.SHOP, "user-42");
    var gone = new Contact.Point(new Line.Id("gone"), "x");
    assertThat(lines(WEB, SITE, shop, gone)).containsExactly(WEB);
  }

  private State state(Contact.Point point) {
    return way(point).state();
  }

  private Way way(Contact.Point point) {
    return ways(WEB, point).on(point.line()).orElseThrow();
  }

  private List<Line.Id> lines(Line.Id current, Contact.Point... points) {
    return ways(current, points).all().stream().map(way -> way.point().line()).toList();
  }

  private Ways ways(Line.Id current, Contact.Point... points) {
    var contact = new Contact(ContactId.next(NINE), Contact.Details.NONE, List.of(points), NINE);
    var conversation = Conversation.opened(ConversationId.next(NINE), contact.id(), current, NINE);
    var view = new Ways.View(LINES, line -> traffic.getOrDefault(line, Flow.FREE), now);
    return Ways.of(conversation, contact, heard, view);
  }

  private static Heard at(Instant when) {
    return new Heard(when, null, false);
  }
}
