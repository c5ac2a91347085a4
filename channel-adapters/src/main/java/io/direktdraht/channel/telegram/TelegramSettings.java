package io.direktdraht.channel.telegram;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One Telegram bot. `token` is the bot's; `secret` is what Telegram shows with each webhook, as it
/// was given to `setWebhook`. `publicUrl`: our address as Telegram calls it, without a path; null:
/// the webhook is set by hand. Null: the default of `url` and `timeout`.
public record TelegramSettings(
    Line.Id line,
    String token,
    String secret,
    @Nullable URI publicUrl,
    @Nullable URI url,
    @Nullable Duration timeout) {
  public static final String CHANNEL = "telegram";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public TelegramSettings {
    if (line == null)
      throw new IllegalArgumentException("telegram: every line needs a line (name)");
    if (token == null || !token.matches("\\d+:[A-Za-z0-9_-]+"))
      throw new IllegalArgumentException(
          "telegram " + line + ": token must be like 123456:ABC, as BotFather gives it");
    if (secret == null || !secret.matches("[A-Za-z0-9_-]{16,256}"))
      throw new IllegalArgumentException(
          "telegram " + line + ": secret must be 16 to 256 of A-Z a-z 0-9 _ -");
    if (publicUrl != null && !callable(publicUrl))
      throw new IllegalArgumentException(
          "telegram " + line + ": public-url must be like https://chat.example, was " + publicUrl);
    url =
        url == null
            ? URI.create("https://api.telegram.org")
            : Endpoint.checked("telegram " + line + ": url", url);
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "telegram " + line + ": timeout must be up to 30 s, was " + timeout);
  }

  private static boolean callable(URI address) {
    return "https".equals(address.getScheme())
        && address.getHost() != null
        && !address.toString().endsWith("/");
  }

  /// Where Telegram calls us; null when nobody told.
  @Nullable URI webhook() {
    return publicUrl == null ? null : URI.create(publicUrl + "/webhooks/" + CHANNEL + "/" + line);
  }

  public Line asLine() {
    return new Line(line, CHANNEL, true);
  }

  /// Holds the token: never to be logged.
  URI method(String name) {
    return URI.create(url + "/bot" + token + "/" + name);
  }

  /// Holds the token too.
  URI file(String path) {
    return URI.create(url + "/file/bot" + token + "/" + path);
  }

  @Override
  public String toString() {
    return "TelegramSettings[line=" + line + ", secrets=***]";
  }
}
