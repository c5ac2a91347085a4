package io.direktdraht.server.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The machine's own Chromium, driven by the machine's own Node; started once for all journeys.
public final class Browsers implements AutoCloseable {
  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic");
  private final Playwright playwright;
  private final Browser browser;

  private Browsers() {
    var node = onPath(List.of("node")).orElseThrow(() -> missing("nodejs"));
    var chromium = onPath(CHROMIUM).orElseThrow(() -> missing("chromium"));
    var environment =
        Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> onPath(List<String> names) {
    var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"));
    return Stream.concat(folders, Stream.of("/usr/bin", "/usr/local/bin"))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static AssertionError missing(String packageName) {
    return new AssertionError(
        "the journeys need " + packageName + ": sudo apt-get install " + packageName);
  }

  /// Gives tests the one browser as a parameter.
  public static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(Browsers.class))
          .computeIfAbsent(Browsers.class, _ -> new Browsers(), Browsers.class);
    }
  }
}
