package io.direktdraht.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.server.journey.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers try, and what they get.
@ExtendWith(Product.Resolver.class)
class SecurityTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "https://evil.example", "http://localhost.evil.example"})
  void aSocketFromAForeignPageIsRefused(String origin, Product product) {
    var socket = http.newWebSocketBuilder();
    if (!origin.isEmpty()) socket.header("Origin", origin);
    var uri = URI.create("ws://localhost:" + product.port() + "/chat/socket");
    assertThatThrownBy(() -> socket.buildAsync(uri, new WebSocket.Listener() {}).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widget/direktdraht-chat.js", "/widget/chat.js", "/widget/missing.js"})
  void theWidgetLeavesNoCookie(String path, Product product) throws Exception {
    var answer = get(product.url(path));
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void theConsolesSocketNeedsASignIn(Product product) {
    var uri = URI.create("ws://localhost:" + product.port() + "/console/socket");
    var socket = http.newWebSocketBuilder().header("Origin", product.url(""));
    assertThatThrownBy(() -> socket.buildAsync(uri, new WebSocket.Listener() {}).join())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/board",
        "/api/conversations/018f0000-0000-7000-8000-000000000000",
        "/api/conversations/018f0000-0000-7000-8000-000000000000/events"
      })
  void nothingOfTheConsoleIsReadWithoutASignIn(String path, Product product) throws Exception {
    var answer = get(product.url(path));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("not_signed_in");
  }

  @Test
  void aPostWithoutTheCsrfTokenIsRefused(Product product) throws Exception {
    var body = "{\"name\":\"ana\",\"password\":\"" + product.password("ana") + "\"}";
    var answer = post(product.url("/api/session"), body);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("csrf");
  }

  @Test
  void metricsAreNotForWhoeverComesThroughAProxy(Product product) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(product.url("/actuator/prometheus")))
            .header("X-Forwarded-For", "203.0.113.9")
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    assertThat(get(product.url("/actuator/prometheus")).body())
        .contains("direktdraht_queue_length");
  }

  /// A proxy that adds to what its client claims, behind which the first claim is believed.
  @ParameterizedTest
  @ValueSource(strings = {"framework", "native"})
  void metricsAreNotForWhoeverSaysToBeLocal(String believing) throws Exception {
    try (var product = new Product("--server.forward-headers-strategy=" + believing)) {
      for (var claim : new String[] {"127.0.0.1", "127.0.0.1, 203.0.113.9", "::1"}) {
        var request =
            HttpRequest.newBuilder(URI.create(product.url("/actuator/prometheus")))
                .header("X-Forwarded-For", claim)
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/h2-console", "/v3/api-docs"})
  void innerThingsAreClosed(String path, Product product) throws Exception {
    assertThat(get(product.url(path)).statusCode()).isIn(401, 404);
  }

  @Test
  void pagesCannotBeFramedAndRunNoForeignScript(Product product) throws Exception {
    for (var path : new String[] {"/", "/console/"}) {
      var headers = get(product.url(path)).headers();
      var policy = headers.firstValue("Content-Security-Policy").orElse("");
      assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'");
      assertThat(policy).doesNotContain("script-src");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"sender\":{},\"message\":\"x\"}",
        "{\"sender\":\"a\",\"message\":[1]}",
        "{\"sender\":\"a\",\"message\":\"  \"}"
      })
  void badMessagesGetAClearAnswer(String body, Product product) throws Exception {
    var answer = post(product.url("/webhooks/rest/webhook?token=" + product.restToken()), body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Exception", "at io.");
  }

  @Test
  void aWrongTokenOpensNothing(Product product) throws Exception {
    var body = "{\"sender\":\"visitor-0123456789\",\"message\":\"x\"}";
    assertThat(post(product.url("/webhooks/rest/webhook?token=no"), body).statusCode())
        .isEqualTo(401);
    assertThat(post(product.url("/webhooks/rest/webhook"), body).statusCode()).isEqualTo(401);
  }

  @Test
  void administratorsAloneSeeWhatTheHealthIsMadeOf(Product product) throws Exception {
    var health = product.url("/actuator/health");
    assertThat(get(health).body()).contains("UP").doesNotContain("lines");
    var agent = signsIn(product, "ana", product.password("ana"));
    assertThat(asked(health, agent)).contains("UP").doesNotContain("lines");
    var administrator = signsIn(product, "admin", product.administratorsPassword());
    assertThat(asked(health, administrator)).contains("\"lines\"", "\"database\"");
    assertThat(asked(health + "/lines", administrator)).contains("UP");
  }

  private String asked(String url, HttpResponse<String> signedIn) throws Exception {
    var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    var request = HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> signsIn(Product product, String name, String password)
      throws IOException, InterruptedException {
    var csrf = "0123456789abcdef";
    var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    var request =
        HttpRequest.newBuilder(URI.create(product.url("/api/session")))
            .header("Content-Type", "application/json")
            .header("Cookie", "XSRF-TOKEN=" + csrf)
            .header("X-XSRF-TOKEN", csrf)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void guessingPasswordsIsSlowed(Product product) throws Exception {
    int last = 0;
    for (int i = 0; i < 8; i++) {
      last = signsIn(product, "nobody", "x").statusCode();
      assertThat(last).isIn(401, 429);
    }
    assertThat(last).isEqualTo(429);
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String url, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
