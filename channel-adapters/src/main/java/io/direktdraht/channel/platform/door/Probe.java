package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Calls our own door from outside, by the address that platforms call, to see whether it leads
/// here: through the name, the certificate and the proxies. Every node knows the same secret.
public final class Probe {
  static final String PARAMETER = "direktdraht-probe";
  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final int LONGEST = 200;
  private final String secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public Probe(String secret) {
    this.secret = secret;
  }

  /// Empty when `door` leads to us, else what came instead.
  public Optional<String> missed(URI door) throws InterruptedException {
    var word = UUID.randomUUID().toString();
    var request =
        HttpRequest.newBuilder(URI.create(door + "?" + PARAMETER + "=" + word))
            .timeout(TIMEOUT)
            .build();
    try {
      var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
      return answer.body().equals(answer(word))
          ? Optional.empty()
          : Optional.of("HTTP " + answer.statusCode() + " from somebody else");
    } catch (IOException nobody) {
      var why = nobody.getMessage();
      var kind = nobody.getClass().getSimpleName();
      return Optional.of(why == null ? kind : kind + ": " + why);
    }
  }

  String answer(String word) {
    return Signature.sign(secret, word.getBytes(StandardCharsets.UTF_8));
  }
}
