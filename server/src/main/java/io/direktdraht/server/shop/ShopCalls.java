package io.direktdraht.server.shop;

import io.direktdraht.channel.platform.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the shop: `GET` of an address with one part of it replaced. Redirects are not followed.
final class ShopCalls {
  private static final int LONGEST_ANSWER = 64 * 1024;
  private final String url;
  private final String part;
  private final @Nullable String token;
  private final Duration timeout;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// What the shop said.
  sealed interface Answer<T> {
    record Found<T>(T value) implements Answer<T> {}

    record NotFound<T>() implements Answer<T> {}

    /// An outage; the reason is for engineers.
    record Unavailable<T>(String reason) implements Answer<T> {}
  }

  /// `part` is what is replaced, e.g. `{number}`; `setting` is named when the address makes no
  /// sense.
  ShopCalls(String setting, String url, String part, @Nullable String token, Duration timeout) {
    if (!url.matches("https?://.+") || !url.contains(part))
      throw new IllegalArgumentException(
          setting + " must be an http address with " + part + " in it, was " + url);
    this.url = url;
    this.part = part;
    this.token = token;
    this.timeout = timeout;
  }

  /// `reading` throws {@link IllegalArgumentException} for what is no answer to that question.
  <T> Answer<T> ask(String value, Function<JsonNode, T> reading) {
    var address = url.replace(part, URLEncoder.encode(value, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(timeout)
            .header("Accept", "application/json");
    if (token != null && !token.isBlank()) request.header("Authorization", "Bearer " + token);
    try {
      return read(WholeAnswer.to(request.build(), http, ShopCalls::body, timeout), reading);
    } catch (IOException outage) {
      return new Answer.Unavailable<>(outage.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable<>("stopped");
    }
  }

  private static BodySubscriber<byte[]> body(ResponseInfo head) {
    return head.statusCode() == 200
        ? BodySubscribers.limiting(BodySubscribers.ofByteArray(), LONGEST_ANSWER)
        : BodySubscribers.replacing(new byte[0]);
  }

  private <T> Answer<T> read(HttpResponse<byte[]> response, Function<JsonNode, T> reading) {
    if (response.statusCode() == 404) return new Answer.NotFound<>();
    if (response.statusCode() != 200)
      return new Answer.Unavailable<>("HTTP " + response.statusCode());
    try {
      return new Answer.Found<>(reading.apply(json.readTree(response.body())));
    } catch (JacksonException | IllegalArgumentException rubbish) {
      return new Answer.Unavailable<>("not understood: " + rubbish.getMessage());
    }
  }

  /// Throws {@link IllegalArgumentException} for what is no text.
  static String text(JsonNode node, String name) {
    var value = node.get(name);
    if (value == null || !value.isString())
      throw new IllegalArgumentException(name + " must be a string");
    return value.stringValue();
  }
}
