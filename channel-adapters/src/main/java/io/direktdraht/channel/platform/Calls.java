package io.direktdraht.channel.platform;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Calls to a platform's JSON interface. Knows what surely did not arrive from what may have. No
/// address is ever part of a reason: it may hold a secret.
public final class Calls {
  private static final long LONGEST_ANSWER = 256 * 1024;
  private final Duration timeout;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public Calls(Duration timeout, InstantSource clock) {
    this.timeout = timeout;
    this.clock = clock;
  }

  /// What the platform said: `body` is missing when it was no JSON. `hint`: not before then, or
  /// now.
  public record Reply(int status, JsonNode body, Instant hint) {
    /// What follows from the status alone.
    public DeliveryResult byStatus() {
      var said = "HTTP " + status;
      return switch (status) {
        case 401, 403 -> new DeliveryResult.Unauthorized(said);
        case 408 -> new DeliveryResult.Retry(hint, said);
        case 429 -> new DeliveryResult.Slowed(hint, said);
        default ->
            status < 300
                ? new DeliveryResult.Ambiguous(said + " without an answer that can be read")
                : status >= 500
                    ? new DeliveryResult.Retry(hint, said)
                    : new DeliveryResult.Invalid(said);
      };
    }
  }

  /// Posts once. `reading` says what the platform's answer means.
  public DeliveryResult post(
      URI to,
      @Nullable String bearer,
      Map<String, Object> body,
      Function<Reply, DeliveryResult> reading)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    if (bearer != null) request.header("Authorization", "Bearer " + bearer);
    try {
      var answer =
          http.send(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
      return reading.apply(new Reply(answer.statusCode(), read(answer.body()), hint(answer)));
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException refused) {
      return new DeliveryResult.Retry(clock.instant(), refused.getClass().getSimpleName());
    } catch (IOException lost) {
      return new DeliveryResult.Ambiguous(lost.getClass().getSimpleName());
    }
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }

  /// `Retry-After` in seconds (RFC 9110, 10.2.3); anything else is no hint.
  private Instant hint(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(seconds -> clock.instant().plusSeconds(Long.parseLong(seconds)))
        .orElseGet(clock::instant);
  }
}
