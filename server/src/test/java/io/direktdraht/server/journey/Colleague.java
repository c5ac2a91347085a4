package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// An agent at the console, with a browser of their own.
final class Colleague implements AutoCloseable {
  final BrowserContext context;
  final Page page;

  Colleague(Browsers browsers, Product product, String name) {
    context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("de-DE"));
    context.setDefaultTimeout(45_000);
    page = context.newPage();
    page.navigate(product.url("/console"));
    page.getByLabel("Name").fill(name);
    page.getByLabel("Passwort").fill(product.password(name));
    page.keyboard().press("Enter");
    assertThat(page.getByText("Meine Gespräche").first()).isVisible();
  }

  /// The row of the board whose last words these are.
  Locator row(String lastWords) {
    return page.locator("li").filter(new Locator.FilterOptions().setHasText(lastWords)).first();
  }

  Colleague opens(String lastWords) {
    row(lastWords).getByRole(AriaRole.BUTTON).or(row(lastWords).locator("a")).first().click();
    return this;
  }

  Colleague takesOver() {
    button("Übernehmen").last().click();
    assertThat(composer()).isVisible();
    return this;
  }

  Locator composer() {
    return page.locator("textarea").first();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  void writes(String text) {
    composer().fill(text);
    composer().press("Enter");
  }

  Locator thread() {
    return page.locator(".thread-frame");
  }

  void reads(String text) {
    assertThat(thread()).containsText(text);
  }

  @Override
  public void close() {
    context.close();
  }
}
