package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.channel.platform.MetaApp;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One WhatsApp number. `wabaId`: the business account, which has the templates and tells us what
/// is written; null: unknown. `appSecret` is what Meta signs with, `verifyToken` what it shows at
/// the handshake, `accessToken` what we send with; `appsecretProof`: whether each call proves that
/// we have the secret too; `strictOrder`: how long a message waits for the one before to arrive.
/// Null: the default of `url`, `version`, `timeout`.
public record WhatsAppSettings(
    Line.Id line,
    String phoneNumberId,
    @Nullable String wabaId,
    String appSecret,
    String verifyToken,
    String accessToken,
    @Nullable URI url,
    @Nullable String version,
    @Nullable Duration timeout,
    boolean appsecretProof,
    @Nullable Duration strictOrder) {
  public static final String CHANNEL = "whatsapp";
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_ORDER = Duration.ofSeconds(5);

  public WhatsAppSettings {
    required(line, "phone-number-id", phoneNumberId);
    required(line, "app-secret", appSecret);
    required(line, "verify-token", verifyToken);
    required(line, "access-token", accessToken);
    if (!phoneNumberId.matches("\\d{1,32}"))
      throw new IllegalArgumentException(
          "whatsapp " + line + ": phone-number-id must be digits, was '" + phoneNumberId + "'");
    wabaId = wabaId == null || wabaId.isBlank() ? null : wabaId;
    if (wabaId != null && !wabaId.matches("\\d{1,32}"))
      throw new IllegalArgumentException(
          "whatsapp " + line + ": waba-id must be digits, was '" + wabaId + "'");
    url =
        url == null
            ? URI.create("https://graph.facebook.com")
            : Endpoint.checked("whatsapp " + line + ": url", url);
    version = version == null ? "v25.0" : version;
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    strictOrder = strictOrder == null ? Duration.ZERO : strictOrder;
    if (strictOrder.isNegative() || strictOrder.compareTo(LONGEST_ORDER) > 0)
      throw new IllegalArgumentException(
          "whatsapp " + line + ": strict-order must be up to 5 s, was " + strictOrder);
    if (!version.matches("v\\d{1,3}\\.\\d{1,2}"))
      throw new IllegalArgumentException(
          "whatsapp " + line + ": version must be like v25.0, was '" + version + "'");
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "whatsapp " + line + ": timeout must be up to 30 s, was " + timeout);
  }

  public Line asLine() {
    return new Line(line, CHANNEL, true);
  }

  MetaApp app() {
    return new MetaApp(appSecret, verifyToken);
  }

  URI messages() {
    return call(phoneNumberId + "/messages");
  }

  URI number() {
    return call(phoneNumberId + "?fields=display_phone_number,verified_name");
  }

  /// `after`: the cursor of the page before, empty for the first.
  URI templates(String after) {
    var page = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    return call(
        wabaId
            + "/message_templates?fields=name,language,status,category,components&limit=100"
            + page);
  }

  /// Which apps the account calls.
  URI subscriptions() {
    return call(wabaId + "/subscribed_apps");
  }

  URI media(String id) {
    return call(id + "?phone_number_id=" + phoneNumberId);
  }

  private URI call(String path) {
    var plain = URI.create(url + "/" + version + "/" + path);
    return appsecretProof ? app().proven(plain, accessToken) : plain;
  }

  private static void required(Line.@Nullable Id line, String name, @Nullable String value) {
    if (line == null)
      throw new IllegalArgumentException("whatsapp: every line needs a line (name)");
    if (value == null || value.isBlank())
      throw new IllegalArgumentException("whatsapp " + line + ": " + name + " must not be empty");
  }

  @Override
  public String toString() {
    return "WhatsAppSettings[line=" + line + ", phoneNumberId=" + phoneNumberId + ", secrets=***]";
  }
}
