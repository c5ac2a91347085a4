package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.MemoryPeople;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;

class SignInCookieTest {
  private final MemoryPeople people = new MemoryPeople();
  private Instant now = NINE;
  private final SignInCookie cookie = new SignInCookie(people, people, () -> now);

  @BeforeEach
  void hire() {
    people.save(ANNA);
  }

  @Test
  void knowsWhoSignedIn() {
    var authentication = authenticated(opened());
    assertThat(authentication).isInstanceOf(SignedIn.class);
    assertThat(((SignedIn) authentication).account()).isEqualTo(ANNA);
    assertThat(authentication.getAuthorities())
        .extracting("authority")
        .containsExactly("ROLE_AGENT");
  }

  @Test
  void theCookieIsOutOfReachForScriptsAndOtherSites() {
    assertThat(setCookie(false))
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
    assertThat(setCookie(true)).contains("Secure");
  }

  @Test
  void everySignInHasItsOwnToken() {
    assertThat(opened()).isNotEqualTo(opened());
  }

  @Test
  void aSignInEndsAfterAMonth() {
    var token = opened();
    now = now.plus(Duration.ofDays(30)).minusSeconds(1);
    assertThat(authenticated(token)).isNotNull();
    now = now.plusSeconds(1);
    assertThat(authenticated(token)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aStrangersTokenOpensNothing(String token) {
    opened();
    assertThat(authenticated(token)).isNull();
    assertThat(cookie.loadDeferredContext(new MockHttpServletRequest()).get().getAuthentication())
        .isNull();
  }

  @Test
  void theHashThatIsStoredIsNoToken() {
    var signedIn = (SignedIn) Objects.requireNonNull(authenticated(opened()));
    assertThat(authenticated(signedIn.tokenHash())).isNull();
  }

  @Test
  void signingOutEndsItEverywhereAndClearsTheCookie() {
    var token = opened();
    var signedIn = (SignedIn) Objects.requireNonNull(authenticated(token));
    assertThat(cookie.holds(signedIn)).isTrue();
    var response = new MockHttpServletResponse();
    cookie.close(signedIn, new MockHttpServletRequest(), response);
    assertThat(response.getHeader("Set-Cookie")).startsWith("direktdraht=;").contains("Max-Age=0");
    assertThat(authenticated(token)).isNull();
    assertThat(cookie.holds(signedIn)).isFalse();
  }

  @Test
  void anotherRoleEndsWhatWasOpenedWithTheOldOne() {
    var signedIn = (SignedIn) Objects.requireNonNull(authenticated(opened()));
    people.save(
        new Account(ANNA.id(), ANNA.displayName(), ANNA.passwordHash(), Account.Role.SUPERVISOR));
    assertThat(cookie.holds(signedIn)).isFalse();
  }

  private String opened() {
    return setCookie(false).substring("direktdraht=".length()).split(";", 2)[0];
  }

  private String setCookie(boolean secure) {
    var request = new MockHttpServletRequest();
    request.setSecure(secure);
    var response = new MockHttpServletResponse();
    cookie.open(ANNA, request, response);
    return Objects.requireNonNull(response.getHeader("Set-Cookie"));
  }

  private Authentication authenticated(String token) {
    var request = new MockHttpServletRequest();
    request.setCookies(new Cookie("direktdraht", token));
    return cookie.loadDeferredContext(request).get().getAuthentication();
  }
}
