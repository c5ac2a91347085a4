package io.direktdraht.channel.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.direktdraht.channel.mail.AccessTokens.Grant;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private final WireMockServer provider = new WireMockServer(wireMockConfig().dynamicPort());
  private Instant now = NINE;

  AccessTokensTest() {
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop();
  }

  @Test
  void aTokenIsUsedUntilShortlyBeforeItEnds() throws MessagingException {
    gives("first", 3600);
    var tokens = tokens("refresh-me", "");
    assertThat(tokens.word()).isEqualTo("first");
    gives("second", 3600);
    now = NINE.plusSeconds(3539);
    assertThat(tokens.word()).isEqualTo("first");
    now = NINE.plusSeconds(3541);
    assertThat(tokens.word()).isEqualTo("second");
    provider.verify(
        2,
        postRequestedFor(urlEqualTo("/token"))
            .withRequestBody(containing("grant_type=refresh_token&refresh_token=refresh-me"))
            .withRequestBody(containing("client_id=id+%26+more")));
  }

  @Test
  void aTokenThatTheServerRefusesIsNotShownAgain() throws MessagingException {
    gives("revoked", 3600);
    var tokens = tokens("refresh-me", "");
    assertThat(tokens.word()).isEqualTo("revoked");
    gives("fresh", 3600);
    tokens.refused();
    assertThat(tokens.word()).isEqualTo("fresh");
  }

  @Test
  void withoutARefreshTokenTheClientAsksForItself() throws MessagingException {
    gives("app", 3600);
    assertThat(tokens("", "secret").word()).isEqualTo("app");
    provider.verify(
        postRequestedFor(urlEqualTo("/token"))
            .withRequestBody(containing("grant_type=client_credentials"))
            .withRequestBody(containing("client_secret=secret&scope=mail")));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void aGrantThatIsGoneNeedsAPerson(int status) {
    provider.stubFor(
        post("/token")
            .willReturn(aResponse().withStatus(status).withBody("{\"error\":\"invalid_grant\"}")));
    assertThatThrownBy(() -> tokens("x", "").word())
        .isInstanceOf(AuthenticationFailedException.class)
        .hasMessageContaining("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500, 503})
  void anOutageIsNoRefusal(int status) {
    provider.stubFor(post("/token").willReturn(aResponse().withStatus(status).withBody("<html>")));
    assertThatThrownBy(() -> tokens("x", "").word())
        .isInstanceOf(MessagingException.class)
        .isNotInstanceOf(AuthenticationFailedException.class);
  }

  @Test
  void whatNobodyCouldUseIsRefusedAtTheStart() {
    var elsewhere = URI.create("http://login.example/token");
    assertThatThrownBy(() -> new Grant(elsewhere, "id", "s", "", ""))
        .hasMessageContaining("oauth.token-url must be https");
    var url = URI.create("https://login.example/token");
    assertThatThrownBy(() -> new Grant(url, " ", "s", "", "")).hasMessageContaining("client-id");
    assertThatThrownBy(() -> new Grant(url, "id", "", "", ""))
        .hasMessageContaining("refresh-token");
    assertThat(new Grant(url, "id", "hush", "hush", "").toString()).doesNotContain("hush");
  }

  @Test
  void theMailServerIsShownTheTokenAndTheUser() throws Exception {
    gives("abc", 3600);
    var script = Map.of("EHLO", "250-localhost\r\n250 AUTH PLAIN XOAUTH2");
    try (var smtp = new ScriptedSmtp(script)) {
      var server =
          new MailLine.Server(
              "localhost", smtp.port(), MailLine.Security.NONE, "hilfe", tokens("x", ""));
      var session = Connections.session("smtp", server);
      try (var transport = session.getTransport("smtp")) {
        Connections.open(transport, server);
      }
      var shown =
          smtp.commands.stream().filter(line -> line.startsWith("AUTH XOAUTH2 ")).findFirst();
      var word = Base64.getDecoder().decode(shown.orElseThrow().substring(13));
      assertThat(new String(word, StandardCharsets.UTF_8))
          .isEqualTo("user=hilfe\u0001auth=Bearer abc\u0001\u0001");
    }
  }

  @Test
  void aRefusedTokenIsFetchedAnewTheNextTime() throws Exception {
    gives("old", 3600);
    var script =
        Map.of("EHLO", "250-localhost\r\n250 AUTH XOAUTH2", "AUTH", "535 5.7.8 not accepted");
    try (var smtp = new ScriptedSmtp(script)) {
      var server =
          new MailLine.Server(
              "localhost", smtp.port(), MailLine.Security.NONE, "hilfe", tokens("x", ""));
      var session = Connections.session("smtp", server);
      for (int i = 0; i < 2; i++)
        try (var transport = session.getTransport("smtp")) {
          assertThatThrownBy(() -> Connections.open(transport, server))
              .isInstanceOf(AuthenticationFailedException.class);
        }
      provider.verify(2, postRequestedFor(urlEqualTo("/token")));
    }
  }

  private AccessTokens tokens(String refresh, String secret) {
    var url = URI.create("http://localhost:" + provider.port() + "/token");
    return new AccessTokens(new Grant(url, "id & more", secret, refresh, "mail"), () -> now);
  }

  private void gives(String token, int seconds) {
    provider.stubFor(
        post("/token")
            .willReturn(
                okJson(
                    "{\"access_token\":\"%s\",\"expires_in\":%d,\"token_type\":\"Bearer\"}"
                        .formatted(token, seconds))));
  }
}
