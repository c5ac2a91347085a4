package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.direktdraht.console.desk.Presence;
import io.direktdraht.conversation.AgentId;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What customers and agents do together, in real browsers, from the keystroke to the other screen.
@ExtendWith({Product.Resolver.class, Browsers.Resolver.class})
class JourneyTest {

  @Test
  void theBotSaysThatItIsOneAndAnswers(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      customer.writes("Wie lange kann ich etwas zurückgeben?");
      customer.reads("ein Bot");
      customer.reads("30 Tage");
    }
  }

  @Test
  void theOrdersStatusIsAskedForOnceAndLookedUp(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      customer.writes("Wo bleibt meine Bestellung?");
      customer.reads("Bestellnummer");
      customer.writes("lh 402915");
      customer.reads("unterwegs");
    }
  }

  @Test
  void englishCustomersAreAnsweredInEnglish(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900, "en-GB")) {
      customer.page.navigate(product.url("/?lang=en"));
      customer.button("chat").first().click();
      customer.writes("where is my order LH-402915?");
      customer.reads("a bot");
      customer.reads("on its way");
    }
  }

  @Test
  void whoAsksForAPersonReachesOneWhoKnowsEverything(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      var last = "Die Bank wackelt, Nummer " + System.nanoTime();
      customer.writes("Wo ist LH-402915?");
      customer.reads("unterwegs");
      customer.asksForAPerson();
      customer.reads("nichts wiederholen");
      customer.writes(last);
      ana.opens(last).takesOver();
      ana.reads(last);
      assertThat(ana.page.locator("body")).containsText("LH-402915");
      customer.reads("Ana Berger ist jetzt für Sie da");
      ana.writes("Guten Tag, ich kümmere mich um Ihre Bank.");
      customer.reads("ich kümmere mich um Ihre Bank");
      customer.writes("Vielen Dank!");
      ana.reads("Vielen Dank!");
      Assertions.assertThat(customer.times("Vielen Dank!")).isEqualTo(1);
      ana.button("Abschließen").first().click();
      ana.page
          .getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Abschließen"))
          .click();
      assertThat(ana.page.locator("body")).containsText("Abgeschlossen");
    }
  }

  @Test
  void twoAgentsReachForOneConversationAndOneIsTold(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var ben = new Colleague(browsers, product, "ben");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      var last = "Mensch bitte " + System.nanoTime();
      customer.writes(last);
      assertThat(ana.row(last)).isVisible();
      ana.opens(last);
      ben.opens(last);
      // Ben's click arrives while his page still shows the offer.
      ben.page.route(
          "**/claim",
          route -> {
            ana.takesOver();
            route.resume();
          });
      ben.button("Übernehmen").last().click();
      assertThat(ben.page.locator("body")).containsText("Ana Berger");
      assertThat(ben.composer()).not().isVisible();
    }
  }

  @Test
  void reloadAndSecondTabShowTheSame(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      customer.writes("Hallo zusammen");
      customer.reads("ein Bot");
      customer.page.reload();
      customer.opens();
      customer.reads("Hallo zusammen");
      var second = customer.secondTab(product).opens();
      second.reads("Hallo zusammen");
      second.writes("Wann haben Sie am Samstag offen?");
      customer.reads("Wann haben Sie am Samstag offen?");
      second.reads("Uhr");
      customer.reads("Uhr");
      Assertions.assertThat(customer.times("Hallo zusammen")).isEqualTo(1);
      Assertions.assertThat(second.lines()).isEqualTo(customer.lines());
    }
  }

  @Test
  void whatWasTypedOfflineIsSentOnceWhenBack(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      customer.writes("Hallo");
      customer.reads("ein Bot");
      customer.context.setOffline(true);
      customer.writes("Haben Sie Geschenkgutscheine?");
      customer.reads("Haben Sie Geschenkgutscheine?");
      customer.context.setOffline(false);
      customer.reads("utschein");
      assertThat(customer.log().getByText("Haben Sie Geschenkgutscheine?")).hasCount(1);
    }
  }

  @Test
  void anAgentWhoseLineWasCutSeesWhatFollowed(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      var last = "ich möchte mit jemandem sprechen " + System.nanoTime();
      customer.writes(last);
      ana.opens(last).takesOver();
      ana.context.setOffline(true);
      customer.writes("Sind Sie noch da?");
      customer.writes("Es geht um den Tisch.");
      customer.reads("Es geht um den Tisch.");
      ana.context.setOffline(false);
      ana.reads("Es geht um den Tisch.");
      ana.reads("Sind Sie noch da?");
      ana.writes("Ja, gern.");
      customer.reads("Ja, gern.");
    }
  }

  @Test
  void onAPhoneTheChatFillsTheScreen(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 390, 844).opens()) {
      customer.writes("Hallo");
      customer.reads("ein Bot");
      var panel = customer.widget().getByRole(AriaRole.DIALOG).boundingBox();
      Assertions.assertThat(panel.width).isGreaterThanOrEqualTo(388);
      Assertions.assertThat(panel.height).isGreaterThanOrEqualTo(800);
      Assertions.assertThat(
              (Boolean)
                  customer.page.evaluate(
                      "document.documentElement.scrollWidth <= window.innerWidth"))
          .isTrue();
    }
  }

  @Test
  void withoutSocketsTheChatPolls(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900)) {
      customer.page.routeWebSocket(url -> url.contains("/chat/socket"), socket -> socket.close());
      customer.page.reload();
      customer.opens();
      customer.writes("Hallo ohne Socket");
      assertThat(customer.log())
          .containsText("ein Bot", new ContainsTextOptions().setTimeout(30_000));
    }
  }

  @Test
  void aPrivateNoteIsNeverSeenByTheCustomer(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      var last = "Mitarbeiter bitte " + System.nanoTime();
      customer.writes(last);
      ana.opens(last).takesOver();
      ana.page.getByText("Notiz", new Page.GetByTextOptions().setExact(true)).first().click();
      ana.writes("Nur für uns: Stammkunde");
      ana.reads("Nur für uns: Stammkunde");
      ana.page.getByText("Antwort", new Page.GetByTextOptions().setExact(true)).first().click();
      ana.writes("Ich bin da.");
      customer.reads("Ich bin da.");
      Assertions.assertThat(customer.times("Nur für uns")).isZero();
    }
  }

  @Test
  void whenNobodyIsThereAPromiseIsMadeAndAnAgentSeesIt(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      nobodyIsThere(product);
      var last = "Ich möchte mit einem Mitarbeiter sprechen " + System.nanoTime();
      customer.writes(last);
      customer.reads("Gerade ist niemand da");
      customer.writes("kunde@example.org");
      customer.reads("an kunde@example.org");
      try (var ana = new Colleague(browsers, product, "ana")) {
        ana.opens("kunde@example.org");
        assertThat(ana.page.locator("body")).containsText("Antwort bis");
        ana.takesOver();
        ana.reads(last);
        ana.writes("Hier bin ich, wie versprochen.");
        customer.reads("wie versprochen");
        ana.reads("Versprechen gehalten");
      }
    }
  }

  @Test
  void whoFindsNobodyIsCalledBackAtATimeTheyChose(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 390, 844).opens()) {
      nobodyIsThere(product);
      customer.writes("Ich möchte bitte mit einem Menschen sprechen");
      customer.reads("Gerade ist niemand da");
      customer.button("Zurückrufen lassen").click();
      customer.reads("Wann dürfen wir Sie anrufen?");
      customer.widget().locator(".choices button").first().click();
      customer.reads("Unter welcher Nummer");
      customer.writes("0151 23456789");
      customer.reads("Wir rufen Sie unter");
      try (var ana = new Colleague(browsers, product, "ana")) {
        ana.opens("0151 23456789");
        assertThat(ana.page.locator("body")).containsText("Rückruf versprochen");
        ana.takesOver();
        ana.writes("Wir haben telefoniert.");
        ana.reads("Versprechen gehalten");
      }
    }
  }

  /// Whoever closed a console a moment ago still counts as there; now they say that they are away.
  private static void nobodyIsThere(Product product) {
    var presence = product.part(Presence.class);
    for (var name : List.of("ana", "ben")) presence.left(new AgentId(name));
  }
}
