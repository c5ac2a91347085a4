package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A photo on its way from the customer to the agent's screen, and a file back.
@ExtendWith({Product.Resolver.class, Browsers.Resolver.class})
class FilesTest {
  /// The screenshot of the documentation: a real picture of some size.
  private static final Path PHOTO = Path.of("../docs/screenshot.png");

  private static final String MESSAGES = "**/api/conversations/*/messages";
  private static final Route.FulfillOptions NO_WAY =
      new Route.FulfillOptions()
          .setStatus(409)
          .setContentType("application/problem+json")
          .setBody("{\"status\":409,\"code\":\"no_way\",\"detail\":\"the way is closed\"}");

  @Test
  void aPhotoReachesTheAgentAndAFileComesBack(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      chooses(customer, photo("Bank kaputt.png"));
      customer.writes("");
      customer.reads("die Datei ist angekommen");
      assertThat(customer.log().locator(".file.picture canvas")).isVisible();
      var last = "Mensch bitte " + System.nanoTime();
      customer.writes(last);
      ana.opens(last).takesOver();
      var picture = ana.thread().getByRole(AriaRole.IMG, named("Bild: Bank kaputt.png"));
      assertThat(picture).isVisible();
      Assertions.assertThat(drawn(picture)).isPositive();
      Assertions.assertThat(saved(ana.page, ana.thread().locator("a.file"))).isEqualTo(bytes());
      ana.page
          .locator(".composer input[type=file]")
          .setInputFiles(new FilePayload("Anleitung.pdf", "application/pdf", pdf()));
      assertThat(ana.page.locator(".chosen")).containsText("Anleitung.pdf, ");
      ana.writes("So geht es.");
      customer.reads("So geht es.");
      var file = customer.button("Anleitung.pdf");
      Assertions.assertThat(saved(customer.page, file)).isEqualTo(pdf());
      customer.page.reload();
      customer.opens();
      customer.button("Bank kaputt.png").scrollIntoViewIfNeeded(); // drawn once it is in sight
      assertThat(customer.log().locator(".file.picture canvas")).isVisible();
      assertThat(customer.button("Anleitung.pdf")).isVisible();
    }
  }

  /// The way closes while the answer is on its way.
  @Test
  void anAnswerThatWasNotTakenIsInTheComposerAgainWithItsFiles(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana");
        var customer = new Customer(browsers, product, 1440, 900).opens()) {
      var wish = "Mensch bitte " + System.nanoTime();
      customer.writes(wish);
      ana.opens(wish).takesOver();
      ana.page.locator(".composer input[type=file]").setInputFiles(photo("Ersatz.png"));
      assertThat(ana.page.locator(".chosen")).containsText("Ersatz.png, ");
      ana.page.route(MESSAGES, route -> route.fulfill(NO_WAY), new Page.RouteOptions().setTimes(1));
      ana.writes("So sieht sie aus.");
      assertThat(ana.composer()).hasValue("So sieht sie aus.");
      assertThat(ana.page.locator(".chosen")).containsText("Ersatz.png, ");
      Assertions.assertThat(drawn(ana.page.locator(".chosen img"))).isPositive();
      customer.writes("Sind Sie noch da?");
      ana.reads("Sind Sie noch da?");
      ana.composer().press("Enter");
      customer.reads("So sieht sie aus.");
      assertThat(customer.log().locator(".file.picture canvas")).isVisible();
    }
  }

  @Test
  void whatIsNotTakenIsSaidKindlyAndTheRestGoes(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 390, 844).opens()) {
      chooses(
          customer,
          new FilePayload(
              "Rechnung.pdf",
              "application/pdf",
              "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)),
          new FilePayload("groß.txt", "text/plain", new byte[10 * 1024 * 1024 + 1]),
          new FilePayload(
              "Liste.txt", "text/plain", "Bank, Tisch".getBytes(StandardCharsets.UTF_8)));
      var tray = customer.widget().locator(".tray");
      assertThat(tray).containsText("Diese Art von Datei nehmen wir nicht an");
      assertThat(tray).containsText("Zu groß: höchstens 10,5 MB");
      customer.writes("Hier ist die Liste");
      assertThat(customer.log().getByRole(AriaRole.BUTTON)).containsText("Liste.txt");
      assertThat(tray.locator("li")).hasCount(2);
      customer.button("groß.txt entfernen").click();
      customer.button("Rechnung.pdf entfernen").click();
      assertThat(tray).isHidden();
    }
  }

  /// As from the clipboard, and by the keyboard alone.
  @Test
  void aPictureIsPastedAndSentWithTheKeyboard(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      assertThat(customer.button("Datei anhängen")).isVisible();
      customer.composer().focus();
      customer.composer().evaluate(PASTE);
      assertThat(customer.widget().locator(".tray li[data-state=there]")).containsText("image.png");
      customer.page.keyboard().press("Enter");
      assertThat(customer.log().locator(".file.picture canvas")).isVisible();
      customer.reads("die Datei ist angekommen");
    }
  }

  @Test
  void aFileIsDroppedOntoTheChat(Product product, Browsers browsers) {
    try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
      assertThat(customer.button("Datei anhängen")).isVisible();
      customer.widget().getByRole(AriaRole.DIALOG).evaluate(DROP);
      assertThat(customer.widget().locator(".tray li[data-state=there]")).containsText("Maße.txt");
    }
  }

  private static final String PASTE =
      """
      field => {
        const canvas = document.createElement('canvas')
        return new Promise(done => canvas.toBlob(blob => {
          const clipboardData = new DataTransfer()
          clipboardData.items.add(new File([blob], 'image.png', { type: 'image/png' }))
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
          done()
        }))
      }
      """;

  private static final String DROP =
      """
      panel => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['120 x 60'], 'Maße.txt', { type: 'text/plain' }))
        for (const type of ['dragover', 'drop'])
          panel.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
      """;

  static void chooses(Customer customer, FilePayload... files) {
    assertThat(customer.button("Datei anhängen")).isVisible();
    customer.widget().locator("input[type=file]").setInputFiles(files);
    var tray = customer.widget().locator(".tray li");
    assertThat(tray).hasCount(files.length);
    assertThat(customer.widget().locator(".tray li[data-state=going]")).hasCount(0);
  }

  static FilePayload photo(String name) {
    return new FilePayload(name, "image/png", bytes());
  }

  private static byte[] bytes() {
    try {
      return Files.readAllBytes(PHOTO);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] pdf() {
    return "%PDF-1.4\n% nothing on it\n".getBytes(StandardCharsets.UTF_8);
  }

  private static int drawn(Locator picture) {
    picture.evaluate("image => image.decode()");
    return (int) picture.evaluate("image => image.naturalWidth");
  }

  private static byte[] saved(Page page, Locator link) {
    var download = page.waitForDownload(link::click);
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
