package io.direktdraht.console.web;

import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.people.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.util.WebUtils;

/// Keeps sign-ins in the database instead of in the server's memory: a restart signs nobody out,
/// and ending a sign-in ends it everywhere. The cookie holds a random token, the database only its
/// hash.
public final class SignInCookie implements SecurityContextRepository {
  private static final String NAME = "direktdraht";
  private static final Duration LIFE = Duration.ofDays(30);
  private final Accounts accounts;
  private final SignIns signIns;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public SignInCookie(Accounts accounts, SignIns signIns, InstantSource clock) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.clock = clock;
  }

  SignedIn open(Account account, HttpServletRequest request, HttpServletResponse response) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    signIns.open(hash(token), account.id(), clock.instant().plus(LIFE));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, LIFE, request.isSecure()));
    return new SignedIn(account, hash(token));
  }

  void close(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
    signIns.close(signedIn.tokenHash());
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request.isSecure()));
  }

  /// Whether the sign-in still counts, e.g. for an open socket.
  boolean holds(SignedIn signedIn) {
    return signIns
        .find(signedIn.tokenHash(), clock.instant())
        .flatMap(accounts::find)
        .filter(account -> account.role() == signedIn.account().role())
        .isPresent();
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> signedIn(request));
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // the interface still asks for it
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // Only open() and close() change who is signed in.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return WebUtils.getCookie(request, NAME) != null;
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null || cookie.getValue().isEmpty()) return Optional.empty();
    var hash = hash(cookie.getValue());
    return signIns
        .find(hash, clock.instant())
        .flatMap(accounts::find)
        .map(account -> new SignedIn(account, hash));
  }

  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<Optional<SignedIn>> load;
    private boolean generated;

    Deferred(Supplier<Optional<SignedIn>> load) {
      this.load = load;
    }

    @Override
    public SecurityContext get() {
      var signedIn = load.get();
      generated = signedIn.isEmpty();
      return signedIn
          .<SecurityContext>map(SecurityContextImpl::new)
          .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public boolean isGenerated() {
      return generated;
    }
  }

  private static String cookie(String value, Duration life, boolean secure) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .build()
        .toString();
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
