package io.direktdraht.channel.slack;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One Slack app in one workspace. `signingSecret` is what Slack signs with, `token` the bot's.
/// Null: the default of `url` and `timeout`.
public record SlackSettings(
    Line.Id line,
    String signingSecret,
    String token,
    @Nullable URI url,
    @Nullable Duration timeout) {
  public static final String CHANNEL = "slack";
  private static final String FILES = "files.slack.com";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public SlackSettings {
    if (line == null) throw new IllegalArgumentException("slack: every line needs a line (name)");
    if (signingSecret == null || signingSecret.isBlank())
      throw new IllegalArgumentException("slack " + line + ": signing-secret must not be empty");
    if (token == null || !token.matches("xox[a-z]-\\S+"))
      throw new IllegalArgumentException(
          "slack " + line + ": token must begin with xoxb-, as \"Install App\" shows it");
    url =
        url == null
            ? URI.create("https://slack.com/api")
            : Endpoint.checked("slack " + line + ": url", url);
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "slack " + line + ": timeout must be up to 30 s, was " + timeout);
  }

  public Line asLine() {
    return new Line(line, CHANNEL, true);
  }

  URI method(String name) {
    return URI.create(url + "/" + name);
  }

  /// Whether it is Slack itself, who alone may see the token.
  boolean own(URI address) {
    boolean files = "https".equals(address.getScheme()) && FILES.equals(address.getAuthority());
    return files
        || (url != null
            && String.valueOf(url.getScheme()).equals(address.getScheme())
            && String.valueOf(url.getAuthority()).equals(address.getAuthority()));
  }

  @Override
  public String toString() {
    return "SlackSettings[line=" + line + ", secrets=***]";
  }
}
