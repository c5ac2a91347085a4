package io.direktdraht.console.web;

import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.view.Fields;
import io.direktdraht.conversation.AgentId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and being available.
@RestController
@RequestMapping("/api")
final class SessionHttp {
  private static final int LONGEST_PASSWORD = 200;
  private final Accounts accounts;
  private final SignInCookie cookie;
  private final PasswordEncoder passwords;
  private final Presence presence;
  private final ConsoleHub hub;
  private final SignInGuard guard;
  private final String nobodysHash;

  /// What a browser posts to sign in.
  record Credentials(@Nullable String name, @Nullable String password) {}

  record Availability(boolean available) {}

  SessionHttp(People people, Presence presence, ConsoleHub hub, InstantSource clock) {
    this.accounts = people.accounts();
    this.cookie = people.cookie();
    this.passwords = people.passwords();
    this.presence = presence;
    this.hub = hub;
    this.guard = new SignInGuard(clock);
    this.nobodysHash = String.valueOf(passwords.encode("nobody"));
  }

  /// Who may come in, and how it is proven.
  record People(Accounts accounts, SignInCookie cookie, PasswordEncoder passwords) {}

  /// Also gives the CSRF cookie to a page that has none yet.
  @GetMapping("/session")
  ResponseEntity<Object> who(@Nullable Authentication authentication, CsrfToken csrf) {
    csrf.getToken();
    if (!(authentication instanceof SignedIn signedIn))
      return Problem.of(HttpStatus.UNAUTHORIZED, "not_signed_in", "please sign in");
    return ResponseEntity.ok(view(signedIn.account()));
  }

  @PostMapping("/session")
  ResponseEntity<Object> signIn(
      @RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response) {
    var name = Optional.ofNullable(given.name()).orElse("").strip().toLowerCase(Locale.ROOT);
    var password = Optional.ofNullable(given.password()).orElse("");
    if (name.isEmpty() || name.length() > 64 || password.length() > LONGEST_PASSWORD)
      return wrong();
    var address = String.valueOf(request.getRemoteAddr());
    var wait = guard.wait(name, address);
    if (wait.isPresent())
      return Problem.later(
          HttpStatus.TOO_MANY_REQUESTS,
          "too_many_attempts",
          "too many attempts, please wait",
          Math.ceilDiv(wait.get().toMillis(), 1000));
    var account = accounts.find(new AgentId(name));
    var hash = account.map(Account::passwordHash).orElse(nobodysHash); // same time for a stranger
    if (!passwords.matches(password, hash) || account.isEmpty()) {
      guard.failed(name, address);
      return wrong();
    }
    guard.succeeded(name);
    cookie.open(account.get(), request, response);
    return ResponseEntity.ok(view(account.get()));
  }

  @DeleteMapping("/session")
  ResponseEntity<Object> signOut(
      Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
    if (authentication instanceof SignedIn signedIn) {
      cookie.close(signedIn, request, response);
      hub.closeAll(signedIn);
    }
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/presence")
  ResponseEntity<Object> presence(@RequestBody Availability availability, SignedIn signedIn) {
    presence.say(signedIn.account().id(), availability.available());
    return ResponseEntity.ok(view(signedIn.account()));
  }

  private Map<String, @Nullable Object> view(Account account) {
    return session(account, presence.saysAvailable(account.id()));
  }

  static Map<String, @Nullable Object> session(Account account, boolean available) {
    return Fields.of("name", account.id())
        .with("displayName", account.displayName())
        .with("role", account.role().name().toLowerCase(Locale.ROOT))
        .with("available", available)
        .map();
  }

  private static ResponseEntity<Object> wrong() {
    return Problem.of(
        HttpStatus.UNAUTHORIZED, "wrong_credentials", "name or password is not right");
  }
}
