package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.log.Conversations;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What happens between "I want a person" and a person, in real browsers. The product is one of its
/// own: its desk is empty when a journey begins, and offers are let go by quickly.
@ExtendWith(Browsers.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskJourneyTest {
  /// A console without a sign of life counts as gone after 30 s.
  private static final double UNTIL_GONE = 150_000;

  private Product product;

  @BeforeAll
  void start() {
    product =
        new Product(
            "--direktdraht.desk.settling=1s",
            "--direktdraht.desk.accept-within=4s",
            "--direktdraht.desk.people.ana.teams=service",
            "--direktdraht.desk.people.ben.teams=service,returns");
  }

  @AfterAll
  void stop() {
    product.close();
  }

  /// Nobody waits and nobody is there when the next journey begins.
  @AfterEach
  void leaveTheDeskEmpty() {
    var conversations = product.part(Conversations.class);
    var accounts = product.part(Accounts.class);
    var workplace = product.part(Workplace.class);
    for (var open : open(conversations)) {
      var owner = open.stage().owner().orElse(new AgentId("ana"));
      workplace.resolve(open.id(), accounts.find(owner).orElseThrow(), Outcome.SOLVED_BY_AGENT);
    }
    var presence = product.part(Presence.class);
    for (var name : List.of("ana", "ben")) presence.left(new AgentId(name));
  }

  private static List<Conversation> open(Conversations conversations) {
    return Stream.of(Stage.Kind.WAITING, Stage.Kind.PROMISED, Stage.Kind.WITH_AGENT)
        .flatMap(stage -> conversations.inStage(stage, 100).stream())
        .toList();
  }

  @Test
  void threeInTheQueueMoveUpWhenTheFirstIsServed(Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var first = waiting(browsers, "Erste");
        var second = waiting(browsers, "Zweite");
        var third = waiting(browsers, "Dritte")) {
      first.reads("als Nächstes dran");
      second.reads("auf Platz 2");
      third.reads("auf Platz 3");
      assertThat(third.widget()).containsText(place(3));
      ana.opens("Erste").takesOver();
      first.reads("Ana Berger ist jetzt für Sie da");
      assertThat(third.widget()).containsText(place(2));
      second.writes("Wie lange noch?");
      second.reads("als Nächstes dran");
      third.writes("Welche Position?");
      third.reads("auf Platz 2");
      Assertions.assertThat(product.part(Desk.class).now().waiting()).isEqualTo(2);
    }
  }

  @Test
  void anOfferThatIsLetGoByGoesToTheNext(Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var ben = new Colleague(browsers, product, "ben");
        var customer = waiting(browsers, "Kommt jemand?")) {
      // Nobody takes it: one after the other is asked, until it is Ben's turn and he does.
      assertThat(offer(ana)).isVisible();
      assertThat(offer(ben)).isVisible();
      offer(ben)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Übernehmen"))
          .click();
      assertThat(ben.composer()).isVisible();
      customer.reads("Ben Okafor ist jetzt für Sie da");
      assertThat(offer(ana)).not().isVisible();
      assertThat(offer(ben)).not().isVisible();
    }
  }

  @Test
  void aConversationGoesToATeamAndToAColleague(Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var ben = new Colleague(browsers, product, "ben");
        var customer = waiting(browsers, "Ich will etwas zurückgeben")) {
      ana.opens("Ich will etwas zurückgeben").takesOver();
      passOn(ana, "Team returns", "Kennt sich besser aus");
      customer.reads("an eine Kollegin oder einen Kollegen weiter");
      ben.opens("Ich will etwas zurückgeben").takesOver();
      assertThat(ben.page.locator(".brief")).containsText("Kennt sich besser aus");
      customer.reads("Ben Okafor ist jetzt für Sie da");
      passOn(ben, "Ana Berger", "Doch wieder deins");
      customer.reads("Ana Berger übernimmt für Sie");
      ana.reads("Doch wieder deins");
      ana.writes("Da bin ich wieder.");
      customer.reads("Da bin ich wieder.");
      ana.button("Zurück an den Bot").first().click();
      dialog(ana).getByRole(AriaRole.TEXTBOX).fill("Nur noch der Status");
      confirm(ana, "Zurück an den Bot");
      customer.reads("Ab jetzt antwortet wieder der Bot");
      ana.reads("Nur noch der Status");
      Assertions.assertThat(customer.times("Nur noch der Status")).isZero();
    }
  }

  @Test
  void whenAnAgentsLaptopDiesTheContactWaitsAgainWithTheirTime(Browsers browsers) {
    try (var ben = new Colleague(browsers, product, "ben");
        var customer = waiting(browsers, "Ein Bein fehlt")) {
      var since = since();
      var ana = new Colleague(browsers, product, "ana");
      ana.opens("Ein Bein fehlt").takesOver();
      customer.reads("Ana Berger ist jetzt für Sie da");
      ana.close();
      assertThat(customer.log())
          .containsText(
              "Die Verbindung zu Ihrer Ansprechperson ist abgerissen",
              new LocatorAssertions.ContainsTextOptions().setTimeout(UNTIL_GONE));
      assertThat(offer(ben)).isVisible();
      Assertions.assertThat(since()).isEqualTo(since);
      ben.opens("Ein Bein fehlt").takesOver();
      ben.reads("riss ab");
      customer.reads("Ben Okafor ist jetzt für Sie da");
    }
  }

  @Test
  void whatWasNotedIsShownAndPutRight(Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 390, 844).opens()) {
      customer.writes("Wo ist LH-402915?");
      customer.reads("unterwegs");
      customer.asksForAPerson();
      customer.reads("Bestellung LH-402915");
      customer.reads("Stimmt das?");
      customer.button("Angaben korrigieren").click();
      customer.reads("Was soll ich ändern?");
      customer.writes("Es ist die LH-402916");
      customer.reads("Danke, das ist notiert: Bestellung LH-402916");
      ana.opens("Es ist die LH-402916");
      assertThat(ana.page.locator(".brief")).containsText("LH-402916 (nicht LH-402915)");
      ana.reads("Bestellnummer berichtigt: LH-402915 → LH-402916");
      ana.takesOver();
      customer.reads("Ana Berger ist jetzt für Sie da");
    }
  }

  private Customer waiting(Browsers browsers, String words) {
    var customer = new Customer(browsers, product, 1024, 800).opens();
    customer.asksForAPerson();
    customer.reads("Menschen dazu");
    customer.writes(words);
    customer.reads(words);
    return customer;
  }

  /// As the widget shows it live, not as it was said in the log.
  private static Pattern place(int number) {
    return Pattern.compile("(?<!auf )Platz " + number);
  }

  private Instant since() {
    var waiting = product.part(Conversations.class).inStage(Stage.Kind.WAITING, 10);
    Assertions.assertThat(waiting).hasSize(1);
    return Conversations.orderedBy(waiting.getFirst());
  }

  private static Locator offer(Colleague agent) {
    return agent.page.locator(".offer");
  }

  private static void passOn(Colleague agent, String to, String note) {
    agent.button("Weitergeben").first().click();
    dialog(agent).getByText(to, new Locator.GetByTextOptions().setExact(true)).click();
    dialog(agent).getByRole(AriaRole.TEXTBOX).fill(note);
    confirm(agent, "Weitergeben");
  }

  private static void confirm(Colleague agent, String action) {
    dialog(agent)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
        .click();
    assertThat(dialog(agent)).not().isVisible();
  }

  private static Locator dialog(Colleague agent) {
    return agent.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions());
  }
}
