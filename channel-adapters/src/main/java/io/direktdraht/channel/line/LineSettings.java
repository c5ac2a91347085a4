package io.direktdraht.channel.line;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One official account on LINE. `secret` is the channel's, with which LINE signs; `token` the
/// channel access token. `dataUrl`: where LINE keeps what contacts send. Null: the default of
/// `url`, `dataUrl` and `timeout`.
public record LineSettings(
    Line.Id line,
    String secret,
    String token,
    @Nullable URI url,
    @Nullable URI dataUrl,
    @Nullable Duration timeout) {
  public static final String CHANNEL = "line";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public LineSettings {
    if (line == null) throw new IllegalArgumentException("line: every line needs a line (name)");
    if (secret == null || secret.isBlank())
      throw new IllegalArgumentException("line " + line + ": secret must not be empty");
    if (token == null || token.isBlank())
      throw new IllegalArgumentException("line " + line + ": token must not be empty");
    url =
        url == null
            ? URI.create("https://api.line.me")
            : Endpoint.checked("line " + line + ": url", url);
    dataUrl =
        dataUrl == null
            ? URI.create("https://api-data.line.me")
            : Endpoint.checked("line " + line + ": data-url", dataUrl);
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "line " + line + ": timeout must be up to 30 s, was " + timeout);
  }

  public Line asLine() {
    return new Line(line, CHANNEL, true);
  }

  URI bot() {
    return URI.create(url + "/v2/bot/info");
  }

  URI push() {
    return URI.create(url + "/v2/bot/message/push");
  }

  URI loading() {
    return URI.create(url + "/v2/bot/chat/loading/start");
  }

  URI read() {
    return URI.create(url + "/v2/bot/chat/markAsRead");
  }

  URI content(String message) {
    return URI.create(dataUrl + "/v2/bot/message/" + message + "/content");
  }

  @Override
  public String toString() {
    return "LineSettings[line=" + line + ", secrets=***]";
  }
}
