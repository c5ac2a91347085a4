package io.direktdraht.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.direktdraht.conversation.Line;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTokensTest {
  private static final Line.Id WEB = new Line.Id("web");
  private static final Duration LIFE = Duration.ofDays(30);
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final VisitorTokens tokens = new VisitorTokens(key(1), LIFE, () -> now);
  private final Visitor visitor = tokens.fresh(WEB);

  @Test
  void knowsAVisitorAgain() {
    assertThat(tokens.verify(tokens.issue(visitor), WEB)).contains(visitor);
    assertThat(tokens.fresh(WEB)).isNotEqualTo(visitor);
  }

  @Test
  void refusesATokenWithAnyCharacterChanged() {
    var token = tokens.issue(visitor);
    for (int i = 0;
        i < token.length() - 1;
        i++) { // the last one carries two bits that mean nothing
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(tokens.verify(token.substring(0, i) + other + token.substring(i + 1), WEB))
          .as("changed at %s", i)
          .isEmpty();
    }
  }

  @Test
  void refusesATokenOfAnotherLineOrAnotherKey() {
    var token = tokens.issue(visitor);
    assertThat(tokens.verify(token, new Line.Id("shop"))).isEmpty();
    assertThat(new VisitorTokens(key(2), LIFE, () -> now).verify(token, WEB)).isEmpty();
  }

  @Test
  void refusesATokenWhoseTimeIsOver() {
    var token = tokens.issue(visitor);
    now = now.plus(LIFE).minusSeconds(1);
    assertThat(tokens.verify(token, WEB)).contains(visitor);
    now = now.plusSeconds(1);
    assertThat(tokens.verify(token, WEB)).isEmpty();
  }

  @Test
  void renewsATokenOnceHalfOfItsLifeIsOver() {
    var token = tokens.issue(visitor);
    now = now.plus(LIFE.dividedBy(2)).minusSeconds(1);
    assertThat(tokens.renew(token, visitor)).isEqualTo(token);
    now = now.plusSeconds(1);
    var renewed = tokens.renew(token, visitor);
    assertThat(renewed).isNotEqualTo(token);
    now = now.plus(LIFE).minusSeconds(1);
    assertThat(tokens.verify(renewed, WEB)).contains(visitor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a",
        "a.",
        ".a",
        "a.b",
        "a.b.c",
        "ä.ö",
        "=.=",
        "null",
        "web|x|1|9.x",
        " "
      })
  void refusesGarbage(String garbage) {
    assertThat(tokens.verify(garbage, WEB)).isEmpty();
  }

  @Test
  void refusesATokenThatIsTooLongToBeOurs() {
    assertThat(tokens.verify("a".repeat(1_000_000) + ".b", WEB)).isEmpty();
  }

  @Test
  void needsAKeyOfSomeLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VisitorTokens(new byte[31], LIFE, () -> now))
        .withMessageContaining("31");
  }

  private static byte[] key(int fill) {
    var key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return key;
  }
}
