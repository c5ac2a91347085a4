package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/// A customer at the demo shop, with a browser of their own.
final class Customer implements AutoCloseable {
  final BrowserContext context;
  final Page page;

  Customer(Browsers browsers, Product product, int width, int height) {
    this(browsers, product, width, height, "de-DE");
  }

  Customer(Browsers browsers, Product product, int width, int height, String locale) {
    context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale(locale));
    context.setDefaultTimeout(45_000);
    page = context.newPage();
    page.navigate(product.url("/"));
  }

  private Customer(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
  }

  /// The same customer in another tab.
  Customer secondTab(Product product) {
    var second = context.newPage();
    second.navigate(product.url("/"));
    return new Customer(context, second);
  }

  Locator widget() {
    return page.locator("direktdraht-chat");
  }

  Customer opens() {
    button("Chat").first().click();
    assertThat(composer()).isVisible();
    return this;
  }

  Locator composer() {
    return widget().getByRole(AriaRole.TEXTBOX);
  }

  Locator log() {
    return widget().getByRole(AriaRole.LOG);
  }

  Locator button(String words) {
    return widget().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
  }

  void writes(String text) {
    composer().fill(text);
    composer().press("Enter");
  }

  void reads(String text) {
    assertThat(log()).containsText(text);
  }

  /// How often the log shows this text.
  int times(String text) {
    return log().innerText().split(Pattern.quote(text), -1).length - 1;
  }

  void asksForAPerson() {
    button("Mit einem Menschen sprechen").first().click();
  }

  /// Every text of the log, in order, one line each.
  List<String> lines() {
    return log().innerText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
