package io.direktdraht.channel.directline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.direktdraht.conversation.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Who is let in, to what, and from where.
class TokensTest {
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void theSecretMakesATokenForANewConversation() throws Exception {
    var first = lines.post(Lines.SECRET, "/tokens/generate", "");
    var second = lines.post(Lines.SECRET, "/tokens/generate", "{}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().get("expires_in").intValue()).isEqualTo(1800);
    assertThat(first.text("conversationId")).isNotEqualTo(second.text("conversationId"));
    assertThat(first.text("token")).doesNotContain(Lines.SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-,401,Unauthorized", "wrong,403,Forbidden", "a.b,403,Forbidden"})
  void aStrangersTokenOpensNothing(String bearer, int status, String code) throws Exception {
    for (var path : List.of("/tokens/generate", "/tokens/refresh", "/conversations")) {
      var refused = lines.post(bearer, path, "{}");
      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.code()).isEqualTo(code);
    }
  }

  @Test
  void aTokenMakesNoOtherTokens() throws Exception {
    var eva = lines.client("{}");
    assertThat(lines.post(eva.token, "/tokens/generate", "{}").status()).isEqualTo(403);
    assertThat(lines.post(Lines.SECRET, "/tokens/refresh", "").status()).isEqualTo(403);
  }

  @Test
  void aRenewedTokenOpensTheSameConversationForTheSameUser() throws Exception {
    var eva = lines.client("{\"user\":{\"id\":\"dl_eva\",\"name\":\"Eva\"}}");
    var answer = lines.post(eva.token, "/tokens/refresh", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("conversationId")).isEqualTo(eva.id);
    var renewed = lines.new Client(answer.text("token"), eva.id);
    renewed.says("Hallo", "c1");
    assertThat(renewed.reads("").body().at("/activities/0/from/id").stringValue())
        .isEqualTo("dl_eva");
  }

  @Test
  void aTokenThatIsOverIsToldSo() throws Exception {
    var eva = lines.client("{}");
    lines.now = lines.now.plus(Duration.ofMinutes(30));
    for (var answer :
        List.of(
            lines.post(eva.token, "/tokens/refresh", ""),
            lines.post(eva.token, "/conversations", "{}"),
            lines.get(eva.token, eva.path("")),
            eva.reads(""),
            eva.says("Hallo", "c1"))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("TokenExpired");
    }
  }

  @Test
  void aTokenOpensItsOwnConversationAlone() throws Exception {
    var eva = lines.client("{}");
    eva.says("geheim", "c1");
    var mallory = lines.client("{}");
    var stolen = lines.new Client(mallory.token, eva.id);
    for (var answer :
        List.of(
            stolen.reads(""),
            stolen.says("Hallo", "c2"),
            lines.get(mallory.token, eva.path("")),
            lines.post(mallory.token, eva.path("/upload"), "x"))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body().toString()).doesNotContain("geheim");
    }
  }

  @Test
  void theSecretOpensEveryConversationOfItsLineAndNoOther() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    assertThat(lines.get(Lines.SECRET, eva.path("/activities")).status()).isEqualTo(200);
    assertThat(lines.get(Lines.OTHER_SECRET, eva.path("/activities")).status()).isEqualTo(404);
    assertThat(lines.get(Lines.SECRET, "/conversations/made-up/activities").status())
        .isEqualTo(404);
  }

  @Test
  void theTokensUserIsWhoSpeaksWhateverIsPosted() throws Exception {
    var eva = lines.client("{\"user\":{\"id\":\"dl_eva\",\"name\":\"Eva\"}}");
    eva.posts("{\"type\":\"message\",\"from\":{\"id\":\"admin\"},\"text\":\"Hallo\"}");
    var from = eva.reads("").body().at("/activities/0/from");
    assertThat(from.get("id").stringValue()).isEqualTo("dl_eva");
    assertThat(from.get("name").stringValue()).isEqualTo("Eva");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"from\":{\"id\":\"dl_eva\"},\"text\":\"x\"}",
        "{\"type\":\"message\",\"text\":\"x\"}",
        "{\"type\":\"message\",\"from\":\"eva\",\"text\":\"x\"}",
        "{\"type\":\"message\",\"from\":{\"id\":7},\"text\":\"x\"}"
      })
  void withoutAUserInTheTokenSomebodyElseMustNotBePlayed(String activity) throws Exception {
    var eva = lines.client("{}");
    var refused = eva.posts(activity);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BadArgument");
    assertThat(eva.reads("").body().get("activities")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"user\":\"eva\"}",
        "{\"user\":{\"id\":7}}",
        "{\"trustedOrigins\":\"https://shop.example\"}",
        "{\"trustedOrigins\":[\"*\"]}",
        "{\"user\":{},\"user\":{}}"
      })
  void aBadRequestForATokenIsRefused(String body) throws Exception {
    var refused = lines.post(Lines.SECRET, "/tokens/generate", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BadArgument");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://shop.example,200",
        "http://localhost,200",
        "-,200",
        "https://evil.example,403",
        "null,403"
      })
  void aPageOfAnotherHostMayNotSpeak(String origin, int status) throws Exception {
    var eva = lines.client("{}");
    var request =
        MockMvcRequestBuilders.get("/v3/directline" + eva.path("/activities"))
            .header("Authorization", "Bearer " + eva.token)
            .header("Host", "localhost");
    if (origin != null) request.header("Origin", origin);
    assertThat(lines.call(request).status()).isEqualTo(status);
  }

  @Test
  void trustedOriginsNarrowWhereATokenHolds() throws Exception {
    var eva = lines.client("{\"trustedOrigins\":[\"https://other.example\"]}");
    var request =
        MockMvcRequestBuilders.get("/v3/directline" + eva.path("/activities"))
            .header("Authorization", "Bearer " + eva.token)
            .header("Origin", Lines.SHOP);
    assertThat(lines.call(request).status()).isEqualTo(403);
  }

  @Test
  void whoStopsSaysLaterAndNeverGone() throws Exception {
    var eva = lines.client("{}");
    lines.channel.close();
    for (var answer :
        List.of(eva.reads(""), lines.get(eva.token, eva.path("")), eva.says("Hallo", "c1"))) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.retryAfter()).isEqualTo("2");
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    var line = new Line.Id("directline");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lines.settings(line, "short"))
        .withMessageContaining("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new DirectLineSettings(
                line, Lines.SECRET, null, null, Duration.ofMinutes(5), null, null, null))
        .withMessageContaining("token-life");
    assertThat(Lines.settings(line, Lines.SECRET).toString()).doesNotContain(Lines.SECRET);
  }
}
