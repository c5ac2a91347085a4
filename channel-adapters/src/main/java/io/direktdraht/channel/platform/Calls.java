package io.direktdraht.channel.platform;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Calls to a platform that answers in JSON. Knows what surely did not arrive from what may have.
/// No address is ever part of a reason: it may hold a secret.
public final class Calls {
  private static final long LONGEST_ANSWER = 256 * 1024;

  /// The client knows best whether a call was connected: it is the first to say that time is up.
  private static final Duration GRACE = Duration.ofMillis(500);

  private final HttpResponse.BodyHandler<String> limited;
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
    this(timeout, clock, LONGEST_ANSWER);
  }

  /// `longest`: of an answer, in bytes; a longer one is as good as none.
  public Calls(Duration timeout, InstantSource clock, long longest) {
    limited = BodyHandlers.limiting(BodyHandlers.ofString(), longest);
    this.timeout = timeout;
    this.clock = clock;
  }

  /// What the platform said: `body` is missing when it was no JSON. `hint`: not before then, or
  /// now.
  public record Reply(int status, JsonNode body, Instant hint) {
    /// {@link DeliveryResult.Accepted} by these names, as far as they are told, if all went well.
    public DeliveryResult known(JsonNode... names) {
      if (status != 200) return byStatus();
      return new DeliveryResult.Accepted(
          Arrays.stream(names)
              .map(name -> name.asString(""))
              .filter(name -> !name.isBlank())
              .collect(Collectors.joining(" · ")));
    }

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

  /// What is posted.
  public record Payload(String contentType, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    public static Payload json(Map<String, Object> body) {
      return new Payload("application/json", JSON.writeValueAsString(body));
    }

    public static Payload form(Map<String, String> fields) {
      var text =
          fields.entrySet().stream()
              .map(field ->
                  URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                      + "="
                      + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return new Payload("application/x-www-form-urlencoded", text);
    }
  }

  /// Posts once. `authorization` is the header's value. `reading` says what the platform's answer
  /// means.
  public DeliveryResult post(
      URI to, String authorization, Payload payload, Function<Reply, DeliveryResult> reading)
      throws InterruptedException {
    return post(to, Map.of("Authorization", authorization), payload, reading);
  }

  /// The same with any headers, or none.
  public DeliveryResult post(
      URI to, Map<String, String> headers, Payload payload, Function<Reply, DeliveryResult> reading)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", payload.contentType)
            .POST(BodyPublishers.ofString(payload.text));
    return call(request, headers, reading);
  }

  private DeliveryResult call(
      HttpRequest.Builder request,
      Map<String, String> headers,
      Function<Reply, DeliveryResult> reading)
      throws InterruptedException {
    try {
      return reading.apply(exchange(request, headers));
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException refused) {
      return new DeliveryResult.Retry(clock.instant(), refused.getClass().getSimpleName());
    } catch (IOException lost) {
      return new DeliveryResult.Ambiguous(lost.getClass().getSimpleName());
    }
  }

  /// Asks once, and changes nothing there; empty when no answer came.
  public Optional<Reply> get(URI from, Map<String, String> headers) throws InterruptedException {
    try {
      return Optional.of(exchange(HttpRequest.newBuilder(from).GET(), headers));
    } catch (IOException lost) {
      return Optional.empty();
    }
  }

  /// The same, when asking again can do no harm.
  public DeliveryResult get(
      URI from, Map<String, String> headers, Function<Reply, DeliveryResult> reading)
      throws InterruptedException {
    return get(from, headers)
        .map(reading)
        .orElseGet(() -> new DeliveryResult.Retry(clock.instant(), "no answer"));
  }

  private Reply exchange(HttpRequest.Builder request, Map<String, String> headers)
      throws IOException, InterruptedException {
    headers.forEach(request::header);
    var answer =
        WholeAnswer.to(request.timeout(timeout).build(), http, limited, timeout.plus(GRACE));
    return new Reply(answer.statusCode(), read(answer.body()), hint(answer));
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }

  /// `Retry-After` in seconds (RFC 9110, 10.2.3), or Meta's own word; anything else is no hint.
  private Instant hint(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .or(() -> MetaUsage.rest(answer.headers()))
        .map(rest -> clock.instant().plus(rest))
        .orElseGet(clock::instant);
  }
}
