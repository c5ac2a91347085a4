package io.direktdraht.channel.mail;

import io.direktdraht.channel.access.Endpoint;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Access tokens for mailboxes that take no password, as those of Microsoft 365 and Google: by a
/// refresh token (RFC 6749, 6) or, without one, by the client's own credentials (4.4). A token is
/// used until a minute before it ends.
public final class AccessTokens implements Credential.Token {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final long LONGEST_ANSWER = 64 * 1024;
  private final Grant grant;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String token = "";
  private Instant until = Instant.MIN;

  /// By what tokens are given. `refreshToken` and `scope` may be empty.
  public record Grant(
      URI tokenUrl, String clientId, String clientSecret, String refreshToken, String scope) {
    public Grant {
      Endpoint.checked("mail: oauth.token-url", tokenUrl);
      if (clientId.isBlank())
        throw new IllegalArgumentException("mail: oauth.client-id must not be empty");
      if (refreshToken.isBlank() && clientSecret.isBlank())
        throw new IllegalArgumentException("mail: oauth needs a refresh-token or a client-secret");
    }

    @Override
    public String toString() {
      return "Grant[" + tokenUrl + ", " + clientId + "]";
    }
  }

  public AccessTokens(Grant grant, InstantSource clock) {
    this.grant = grant;
    this.clock = clock;
  }

  @Override
  public synchronized String word() throws MessagingException {
    if (clock.instant().isBefore(until)) return token;
    var answer = ask();
    var body = read(answer.body());
    var fresh = body.path("access_token").asString("");
    if (answer.statusCode() == 200 && !fresh.isEmpty()) {
      var life = Duration.ofSeconds(Math.clamp(body.path("expires_in").asLong(300), 0, 86_400));
      token = fresh;
      until = clock.instant().plus(life).minus(MARGIN);
      return fresh;
    }
    var why = "HTTP " + answer.statusCode() + " " + body.path("error").asString("");
    if (answer.statusCode() == 400 || answer.statusCode() == 401)
      throw new AuthenticationFailedException("no access token: " + why);
    throw new MessagingException("no access token now: " + why);
  }

  @Override
  public synchronized void refused() {
    until = Instant.MIN;
  }

  private HttpResponse<String> ask() throws MessagingException {
    var request =
        HttpRequest.newBuilder(grant.tokenUrl)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form()))
            .build();
    try {
      return http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
    } catch (IOException lost) {
      throw new MessagingException("no access token now", lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new MessagingException("no access token now", stopped);
    }
  }

  private String form() {
    var fields = new LinkedHashMap<String, String>();
    boolean refreshes = !grant.refreshToken.isBlank();
    fields.put("grant_type", refreshes ? "refresh_token" : "client_credentials");
    if (refreshes) fields.put("refresh_token", grant.refreshToken);
    fields.put("client_id", grant.clientId);
    if (!grant.clientSecret.isBlank()) fields.put("client_secret", grant.clientSecret);
    if (!grant.scope.isBlank()) fields.put("scope", grant.scope);
    return fields.entrySet().stream().map(AccessTokens::pair).collect(Collectors.joining("&"));
  }

  private static String pair(Map.Entry<String, String> field) {
    return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }
}
