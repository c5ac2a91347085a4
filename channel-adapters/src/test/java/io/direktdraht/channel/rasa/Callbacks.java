package io.direktdraht.channel.rasa;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.conversation.attachment.FileLinks;
import java.net.URI;
import java.time.Duration;

/// The callback line towards a receiver on this machine.
final class Callbacks {
  static final String SECRET = "a secret for signatures";

  static final FileLinks LINKS = file -> "https://chat.example/files/" + file.id() + "?until=1";

  private Callbacks() {}

  static CallbackAdapter to(String url) {
    return to(url, Duration.ofSeconds(20));
  }

  static CallbackAdapter to(String url, Duration timeout) {
    var uri = URI.create(url);
    return new CallbackAdapter(uri, settings(uri, timeout), LINKS, () -> NINE);
  }

  static RasaSettings settings(URI callback, Duration timeout) {
    return new RasaSettings(
        "a token of 16 characters", Duration.ofSeconds(20), callback, SECRET, timeout);
  }
}
