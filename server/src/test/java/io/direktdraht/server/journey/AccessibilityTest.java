package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Axe finds no serious violation of WCAG 2.2 AA on any page, light and dark.
@ExtendWith({Product.Resolver.class, Browsers.Resolver.class})
class AccessibilityTest {
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theShopAndTheOpenChat(ColorScheme scheme, Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900)) {
      customer.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      check(customer.page);
      customer.opens();
      customer.writes("Hallo");
      customer.reads("ein Bot");
      FilesTest.chooses(customer, FilesTest.photo("Bank.png"));
      customer.writes("");
      assertThat(customer.log().locator(".file.picture canvas")).isVisible();
      FilesTest.chooses(customer, FilesTest.photo("noch eins.png"));
      check(customer.page);
      customer.page.setViewportSize(390, 844);
      check(customer.page);
      played(
          customer.page,
          "**/chat/ways",
          body -> body.replaceFirst("\\{", "{\"email\":\"e…@x.example\",\"phone\":\"…678\","));
      customer.button("Auf dem Handy weiterschreiben").first().click();
      customer.button("Code per E-Mail schicken").click();
      assertThat(customer.page.getByLabel("Code aus der E-Mail")).isVisible();
      assertThat(customer.button("Code per SMS schicken")).isVisible();
      check(customer.page);
    }
  }

  /// The page sees this instead of what the server said.
  private static void played(Page page, String path, UnaryOperator<String> change) {
    page.route(
        path,
        route -> {
          var response = route.fetch();
          route.fulfill(
              new Route.FulfillOptions()
                  .setResponse(response)
                  .setBody(change.apply(response.text())));
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theConsole(ColorScheme scheme, Product product, Browsers browsers) {
    try (var stranger = browsers.browser().newContext(inScheme(scheme))) {
      var page = stranger.newPage();
      page.navigate(product.url("/console"));
      assertThat(page.getByLabel("Passwort")).isVisible();
      check(page);
    }
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      ana.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      var last = "Mensch bitte, Zugang " + System.nanoTime();
      FilesTest.chooses(customer, FilesTest.photo("Bank.png"));
      customer.writes(last);
      assertThat(ana.row(last)).isVisible();
      check(ana.page);
      ana.opens(last).takesOver();
      assertThat(ana.thread().locator(".picture img")).isVisible();
      check(ana.page);
      ana.button("Dieselbe Person woanders finden").click();
      ana.page.getByLabel("E-Mail, Telefon").fill("Besucher");
      ana.button("Suchen").click();
      check(ana.page);
      ana.page.keyboard().press("Escape");
      ana.writes("Guten Tag");
      ana.reads("Guten Tag");
      isHandledElsewhere(ana);
      check(ana.page);
      ana.page.setViewportSize(390, 844);
      check(ana.page);
      ana.page.setViewportSize(1440, 900);
      ana.page.unrouteAll();
      closesTheWindow(ana);
      check(ana.page);
      choosesATemplate(ana);
      ana.page.setViewportSize(390, 844);
      check(ana.page);
      ana.page.keyboard().press("Escape");
      check(ana.page);
    }
  }

  /// The list, and then one with its blanks.
  private static void choosesATemplate(Colleague ana) {
    ana.page.route(
        "**/api/templates/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        """
                        {"state":"known","at":"2026-01-01T09:00:00Z","outage":"HTTP 503",
                        "unusable":[{"name":"here","language":"de","why":"location"}],
                        "templates":[{"name":"late","language":"de","category":"utility",
                        "text":"Bestellung {{head:1}}\\n\\nGuten Tag {{1}}.",
                        "variables":["head:1","1","button:0"],"file":null,"buttons":[
                        {"title":"Zur Sendung","behind":"https://x.example/{{button:0}}"},
                        {"title":"Danke","behind":""}]},{"name":"part","language":"de",
                        "category":"utility","text":"Dieses?","variables":[],"buttons":[],
                        "file":{"kind":"picture","mediaTypes":["image/png"],"longest":5000000}}]}\
                        """)));
    ana.button("Vorlage wählen").click();
    assertThat(ana.button("Late")).isVisible();
    check(ana.page);
    ana.button("Part").click();
    assertThat(ana.button("Datei wählen")).isFocused();
    ana.page.locator(".template-file input").setInputFiles(FilesTest.photo("Teil.png"));
    assertThat(ana.page.locator(".template-preview img")).isVisible();
    check(ana.page);
    ana.button("Andere Vorlage").click();
    ana.button("Late").click();
    assertThat(ana.page.getByLabel("Lücke 1 in der Überschrift")).isFocused();
    check(ana.page);
  }

  private static void isHandledElsewhere(Colleague ana) {
    ways(
        ana,
        """
        "ways":[{"line":"web","channel":"messenger","address":"psid","state":"elsewhere",
        "until":null,"window":86400,"templates":"none"}]\
        """);
    assertThat(ana.button("Hier übernehmen")).isVisible();
  }

  /// The page sees these instead of what the server said.
  private static void ways(Colleague ana, String ways) {
    played(
        ana.page,
        "**/api/conversations/*",
        body -> body.replaceFirst("\"ways\":\\[[^\\]]*]", ways));
    ana.page.reload();
  }

  /// What an agent sees of a customer who can be written to by mail alone.
  private static void closesTheWindow(Colleague ana) {
    ways(
        ana,
        """
        "ways":[{"line":"web","channel":"whatsapp","address":"+49151","state":"closed",
        "until":"2026-01-01T09:00:00Z","window":86400,"templates":"ready"},{"line":"post",
        "channel":"email","address":"t","state":"open","until":null,"window":null}]\
        """);
    assertThat(ana.button("Per E-Mail antworten")).isVisible();
    assertThat(ana.composer()).not().isEditable();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void thePhone(ColorScheme scheme, Product product, Browsers browsers) {
    try (var phone = new PhoneTest.Phone(browsers, product, 1440, 900)) {
      phone.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      check(phone.page);
      phone.button("Telegram").click();
      phone.writes("Wo ist meine Bestellung LH-402915?");
      assertThat(phone.button("Mit einem Menschen sprechen").last()).isVisible();
      phone.page.locator("input[type=file]").setInputFiles(FilesTest.photo("Bank.png"));
      assertThat(phone.chat().locator("img")).isVisible();
      check(phone.page);
      phone.page.setViewportSize(390, 844);
      check(phone.page);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void thePagesOfLines(ColorScheme scheme, Product product, Browsers browsers) {
    try (var olga = new Colleague(browsers, product, "olga")) {
      olga.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      olga.page.navigate(product.url("/console/#/lines/phone-whatsapp"));
      assertThat(SetUpTest.button(olga.page, "Prüfen")).isVisible();
      check(olga.page);
      olga.page.navigate(product.url("/console/#/lines/+"));
      check(olga.page);
      SetUpTest.button(olga.page, "Telegram").click();
      SetUpTest.button(olga.page, "Speichern").click();
      assertThat(olga.page.getByText("Bitte ausfüllen.").first()).isVisible();
      check(olga.page);
      olga.page.setViewportSize(390, 844);
      check(olga.page);
      olga.page.navigate(product.url("/console/#/lines/rest"));
      assertThat(SetUpTest.button(olga.page, "Kopieren: Adresse")).isVisible();
      check(olga.page);
      olga.page.navigate(product.url("/console/#/lines/+"));
      SetUpTest.button(olga.page, "E-Mail").click();
      olga.page.getByLabel("Anbieter").selectOption("microsoft");
      assertThat(olga.page.getByLabel("Post mit Plus kommt an")).isVisible();
      check(olga.page);
    }
  }

  private static Browser.NewContextOptions inScheme(ColorScheme scheme) {
    return new Browser.NewContextOptions().setLocale("de-DE").setColorScheme(scheme);
  }

  private static void check(Page page) {
    var grave =
        new AxeBuilder(page)
            .withTags(RULES).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    Assertions.assertThat(grave).isEmpty();
  }
}
