package io.direktdraht.channel.messenger;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.channel.platform.MetaApp;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One page on Messenger, or one Instagram account by its page. `accountId`: what webhooks call it;
/// null: the page's id, on Messenger alone. `appId`: of the Meta app, to tell it from others that
/// the page calls; null: any. `humanAgent`: whether Meta granted the feature "Human Agent", by
/// which people may answer for seven days. `appsecretProof`: whether each call proves that we have
/// the app's secret too. Null: the default of `url`, `version`, `timeout`.
public record MessengerSettings(
    Line.Id line,
    String pageId,
    @Nullable String accountId,
    String appSecret,
    String verifyToken,
    String accessToken,
    @Nullable String appId,
    boolean humanAgent,
    @Nullable URI url,
    @Nullable String version,
    @Nullable Duration timeout,
    boolean appsecretProof) {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public MessengerSettings {
    if (line == null)
      throw new IllegalArgumentException("messenger, instagram: every line needs a line (name)");
    required(line, "page-id", pageId);
    required(line, "app-secret", appSecret);
    required(line, "verify-token", verifyToken);
    required(line, "access-token", accessToken);
    if (!pageId.matches("\\d{1,32}"))
      throw new IllegalArgumentException(line + ": page-id must be digits, was '" + pageId + "'");
    accountId = accountId == null || accountId.isBlank() ? null : accountId;
    if (accountId != null && !accountId.matches("\\d{1,32}"))
      throw new IllegalArgumentException(
          line + ": account-id must be digits, was '" + accountId + "'");
    url =
        url == null
            ? URI.create("https://graph.facebook.com")
            : Endpoint.checked(line + ": url", url);
    version = version == null ? "v25.0" : version;
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    if (!version.matches("v\\d{1,3}\\.\\d{1,2}"))
      throw new IllegalArgumentException(
          line + ": version must be like v25.0, was '" + version + "'");
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(line + ": timeout must be up to 30 s, was " + timeout);
  }

  public Line asLine(Network network) {
    return new Line(line, network.channel(), true);
  }

  /// What webhooks of that network call us. Those of Instagram never name the page.
  String account(Network network) {
    if (accountId != null) return accountId;
    return switch (network) {
      case MESSENGER -> pageId;
      case INSTAGRAM -> throw new IllegalArgumentException(line + ": account-id must not be empty");
    };
  }

  MetaApp app() {
    return new MetaApp(appSecret, verifyToken);
  }

  URI messages() {
    return call(pageId + "/messages");
  }

  /// By which we answer a contact again whom another app of the page answers.
  URI taking() {
    return call(pageId + "/take_thread_control");
  }

  URI page() {
    return call(pageId + "?fields=name");
  }

  URI subscriptions() {
    return call(pageId + "/subscribed_apps");
  }

  /// The conversations of the page, the one that changed last first, each with the newest twenty
  /// messages: Meta keeps no more.
  URI conversations(Network network, String after) {
    var fields = "updated_time,messages.limit(20)%7Bid,created_time,from,message%7D";
    var cursor = URLEncoder.encode(after, StandardCharsets.UTF_8);
    return call(
        pageId
            + "/conversations?platform=%s&limit=10&fields=%s".formatted(network.channel(), fields)
            + (after.isEmpty() ? "" : "&after=" + cursor));
  }

  private URI call(String path) {
    var plain = URI.create(url + "/" + version + "/" + path);
    return appsecretProof ? app().proven(plain, accessToken) : plain;
  }

  private static void required(Line.Id line, String name, @Nullable String value) {
    if (value == null || value.isBlank())
      throw new IllegalArgumentException(line + ": " + name + " must not be empty");
  }

  @Override
  public String toString() {
    return "MessengerSettings[line=" + line + ", pageId=" + pageId + ", secrets=***]";
  }
}
