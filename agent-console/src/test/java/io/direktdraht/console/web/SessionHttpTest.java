package io.direktdraht.console.web;

import static io.direktdraht.console.web.Doorways.code;
import static io.direktdraht.console.web.Doorways.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class SessionHttpTest {
  private final Doorways doors = new Doorways();

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void theRightPasswordOpensASignInAndTellsNoSecret() throws Exception {
    var answer = doors.post("/api/session", credentials(" ANA ", "x"));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader(HttpHeaders.SET_COOKIE)).contains("HttpOnly");
    assertThat(json(answer).get("displayName").stringValue()).isEqualTo("Ana Berger");
    assertThat(answer.getContentAsString()).doesNotContain("noop", "hash");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":null,\"password\":null}",
        "{\"name\":\"ana\"}",
        "{\"name\":\"ana\",\"password\":\"\"}",
        "{\"name\":\"ana\",\"password\":\"{noop}x\"}",
        "{\"name\":\"nobody\",\"password\":\"x\"}",
        "{\"name\":\"' OR 1=1 --\",\"password\":\"x\"}",
      })
  void everyOtherPairIsTheSameMistake(String body) throws Exception {
    var answer = doors.post("/api/session", body);
    assertThat(code(answer, 401)).isEqualTo("wrong_credentials");
    assertThat(answer.getHeader(HttpHeaders.SET_COOKIE)).isNull();
  }

  @Test
  void aPasswordOrNameOfAMegabyteIsNotEvenHashed() throws Exception {
    var long_ = "x".repeat(1_000_000);
    assertThat(code(doors.post("/api/session", credentials("ana", long_)), 401))
        .isEqualTo("wrong_credentials");
    assertThat(code(doors.post("/api/session", credentials(long_, "x")), 401))
        .isEqualTo("wrong_credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no json", "[]", "{\"name\":{},\"password\":\"x\"}", "{\"name\":[\"ana\"]}"})
  void whatAreNoCredentialsIsRefused(String body) throws Exception {
    assertThat(doors.post("/api/session", body).getStatus()).isEqualTo(400);
  }

  @Test
  void guessingIsSlowedEvenForTheRightPassword() throws Exception {
    for (int i = 0; i < 5; i++) doors.post("/api/session", credentials("ana", "wrong" + i));
    var answer = doors.post("/api/session", credentials("ana", "x"));
    assertThat(code(answer, 429)).isEqualTo("too_many_attempts");
    assertThat(Long.parseLong(String.valueOf(answer.getHeader(HttpHeaders.RETRY_AFTER))))
        .isPositive();
    assertThat(doors.post("/api/session", credentials("ben", "x")).getStatus()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSignIn() throws Exception {
    assertThat(doors.cookie.holds(doors.anna)).isTrue();
    var answer = doors.perform(MockMvcRequestBuilders.delete("/api/session"));
    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(doors.cookie.holds(doors.anna)).isFalse();
  }

  @Test
  void whoIsAwayIsShownAway() throws Exception {
    doors.office.presence.connected(doors.anna.account().id());
    var away =
        doors.perform(
            MockMvcRequestBuilders.put("/api/presence")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"available\":false}"));
    assertThat(json(away).get("available").booleanValue()).isFalse();
    assertThat(doors.office.presence.available()).isZero();
  }

  private static String credentials(String name, String password) {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }
}
