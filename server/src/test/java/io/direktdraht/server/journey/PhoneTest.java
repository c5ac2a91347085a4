package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The phone of the demo, which speaks to the real channels of three platforms.
@ExtendWith({Product.Resolver.class, Browsers.Resolver.class})
class PhoneTest {
  @Test
  void theBotAnswersOnThreeMessengers(Product product, Browsers browsers) {
    try (var phone = new Phone(browsers, product, 390, 844)) {
      for (var messenger : new String[] {"WhatsApp", "Telegram", "SMS"}) {
        phone.button(messenger).click();
        phone.button("Wo ist meine Bestellung LH-402915?").click();
        assertThat(phone.chat()).containsText("ein Bot");
        assertThat(phone.chat()).containsText("unterwegs");
        assertThat(phone.chat()).containsText("✓✓ angekommen");
      }
      phone.button("WhatsApp").click();
      assertThat(phone.chat()).containsText("✓✓ als gelesen gemeldet");
      phone.button("SMS").click();
      assertThat(phone.chat()).containsText("✓✓ als zugestellt gemeldet");
    }
  }

  @Test
  void aButtonBringsAPersonWhoSeesThePhotoAndAnswers(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var phone = new Phone(browsers, product, 1440, 900)) {
      phone.button("Telegram").click();
      phone.writes("Wo ist meine Bestellung LH-402915?");
      phone.button("Mit einem Menschen sprechen").last().click();
      assertThat(phone.chat()).containsText("ich hole einen Menschen dazu");
      var last = "Bild dazu " + System.nanoTime();
      phone.field().fill(last);
      phone.page.locator("input[type=file]").setInputFiles(FilesTest.photo("Bank.png"));
      assertThat(phone.chat().locator("img")).isVisible();
      ana.opens(last).takesOver();
      assertThat(ana.thread().locator(".picture img")).isVisible();
      ana.writes("Guten Tag, hier ist Ana.");
      assertThat(phone.chat()).containsText("Guten Tag, hier ist Ana.");
    }
  }

  @Test
  void itSpeaksEnglishAndIsFoundFromTheShop(Product product, Browsers browsers) {
    try (var phone = new Phone(browsers, product, 1440, 900)) {
      phone.page.navigate(product.url("/?lang=en"));
      phone
          .page
          .getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions().setName("Try it with WhatsApp, Telegram and SMS"))
          .click();
      phone.button("What are your opening hours?").focus();
      phone.page.keyboard().press("Enter");
      assertThat(phone.chat()).containsText("a bot");
      assertThat(phone.chat()).containsText("✓✓ arrived");
    }
  }

  /// A page with a phone of its own.
  static final class Phone implements AutoCloseable {
    private final BrowserContext context;
    final Page page;

    Phone(Browsers browsers, Product product, int width, int height) {
      context =
          browsers
              .browser()
              .newContext(
                  new Browser.NewContextOptions()
                      .setViewportSize(width, height)
                      .setLocale("de-DE"));
      context.setDefaultTimeout(45_000);
      page = context.newPage();
      page.navigate(product.url("/phone"));
    }

    Locator chat() {
      return page.locator(".chat");
    }

    Locator field() {
      return page.getByLabel("Nachricht", new Page.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
      return page.getByRole(
          AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void writes(String text) {
      field().fill(text);
      field().press("Enter");
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
