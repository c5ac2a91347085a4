package io.direktdraht.server.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who sets up lines by `/api/lines`, signed in as the console does it.
final class Operator implements AutoCloseable {
  private static final String CSRF = "0123456789abcdef";
  private final JsonMapper json = new JsonMapper();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final Product product;

  Operator(Product product, String name) {
    this.product = product;
    var signIn = Map.of("name", name, "password", product.password(name));
    var answer = send("POST", "/api/session", json.writeValueAsString(signIn));
    if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.body());
  }

  HttpResponse<String> keeps(String line, String channel, Map<String, String> values) {
    var told = json.writeValueAsString(Map.of("channel", channel, "values", values));
    return send("PUT", "/api/lines/" + line, told);
  }

  JsonNode sees(String line) {
    return read(send("GET", "/api/lines/" + line, ""));
  }

  String troubles(String line) {
    return sees(line).at("/line/troubles").toString();
  }

  JsonNode tries(String line, String what, String body) {
    return read(send("POST", "/api/lines/" + line + "/" + what, body));
  }

  int removes(String line) {
    return send("DELETE", "/api/lines/" + line, "").statusCode();
  }

  private JsonNode read(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) throw new AssertionError(answer + " " + answer.body());
    return json.readTree(answer.body());
  }

  /// A token of ours: the server compares its cookie with the header.
  private HttpResponse<String> send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(product.url(path)))
            .header("Content-Type", "application/json")
            .header("Cookie", "XSRF-TOKEN=" + CSRF)
            .header("X-XSRF-TOKEN", CSRF)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
