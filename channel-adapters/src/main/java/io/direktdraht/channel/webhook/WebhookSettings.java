package io.direktdraht.channel.webhook;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.channel.platform.TimedSignature;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One system that speaks our own JSON. `url`: where our messages go. `secret` signs in both
/// directions. Null: the default of `timeout`.
public record WebhookSettings(Line.Id line, URI url, String secret, @Nullable Duration timeout) {
  public static final String CHANNEL = "webhook";
  static final TimedSignature SIGNATURE =
      new TimedSignature("X-Direktdraht-Timestamp", "X-Direktdraht-Signature", "sha256=", "", ".");
  private static final int SHORTEST_SECRET = 16;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public WebhookSettings {
    if (line == null) throw new IllegalArgumentException("webhook: every line needs a line (name)");
    if (secret == null || secret.strip().length() < SHORTEST_SECRET)
      throw new IllegalArgumentException(
          "webhook " + line + ": secret needs at least " + SHORTEST_SECRET + " characters");
    Endpoint.checked("webhook " + line + ": url", url);
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "webhook " + line + ": timeout must be up to 30 s, was " + timeout);
  }

  public Line asLine() {
    return new Line(line, CHANNEL, true);
  }

  @Override
  public String toString() {
    return "WebhookSettings[line=" + line + ", url=" + url + ", secret=***]";
  }
}
