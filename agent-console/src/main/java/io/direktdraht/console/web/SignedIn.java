package io.direktdraht.console.web;

import io.direktdraht.console.people.Account;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Somebody who is signed in, and by which sign-in.
public final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;
  private final transient Account account;
  private final String tokenHash;

  public SignedIn(Account account, String tokenHash) {
    super(authorities(account.role()));
    this.account = account;
    this.tokenHash = tokenHash;
    setAuthenticated(true);
  }

  public Account account() {
    return account;
  }

  String tokenHash() {
    return tokenHash;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return account.id().value();
  }

  /// Each role includes the ones before it.
  private static List<GrantedAuthority> authorities(Account.Role role) {
    return EnumSet.range(Account.Role.AGENT, role).stream()
        .<GrantedAuthority>map(
            one -> new SimpleGrantedAuthority("ROLE_" + one.name().toUpperCase(Locale.ROOT)))
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn same && same.tokenHash.equals(tokenHash);
  }

  @Override
  public int hashCode() {
    return tokenHash.hashCode();
  }
}
