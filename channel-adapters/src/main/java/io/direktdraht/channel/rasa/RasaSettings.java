package io.direktdraht.channel.rasa;

import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The Rasa lines. `token` opens both; `callback` is where the callback line's answers go, or null
/// for none; `callbackSecret` signs them. The REST call waits `longestWait` for an answer.
public record RasaSettings(
    String token,
    Duration longestWait,
    @Nullable URI callback,
    String callbackSecret,
    Duration callbackTimeout) {
  public static final Line.Id REST = new Line.Id("rest");
  public static final Line.Id CALLBACK = new Line.Id("callback");

  public RasaSettings {
    if (token.length() < 16)
      throw new IllegalArgumentException("rasa.token needs at least 16 characters");
    if (callback != null && callback.getHost() == null)
      throw new IllegalArgumentException("rasa.callback must be an absolute URL, was " + callback);
  }

  @Override
  public String toString() {
    return "RasaSettings[token=***, callback=" + callback + "]";
  }
}
