package io.direktdraht.channel.mail;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.channel.mail.MailLine.Security;
import io.direktdraht.channel.mail.MailLine.Server;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One mailbox as it is told. `imap` and `smtp`: `imaps://host:993`, `smtps://host:465`, or
/// `imap://…` and `smtp://…`, which begin TLS by STARTTLS, except towards this machine. `sender`:
/// the name beside the address. `password` or `oauth`: by which we log in. `authority`: who our
/// mail server says it is in `Authentication-Results`. Null: the default of `folder` and `plus`, or
/// none.
public record MailSettings(
    Line.Id name,
    String address,
    @Nullable String sender,
    URI imap,
    URI smtp,
    String user,
    @Nullable String password,
    @Nullable OAuth oauth,
    @Nullable String folder,
    @Nullable Boolean plus,
    @Nullable String authority) {
  public static final String CHANNEL = "email";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /// How access tokens for a mailbox without a password are had (Microsoft 365, Google).
  public record OAuth(
      @Nullable URI tokenUrl,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String refreshToken,
      @Nullable String scope) {
    /// Secrets alone are what is left of another way to log in.
    private boolean meant() {
      return tokenUrl != null || !text(clientId).isEmpty();
    }

    private AccessTokens.Grant grant() {
      if (tokenUrl == null)
        throw new IllegalArgumentException("mail: oauth.token-url must not be empty");
      return new AccessTokens.Grant(
          tokenUrl, text(clientId), text(clientSecret), text(refreshToken), text(scope));
    }

    @Override
    public String toString() {
      return "OAuth[" + tokenUrl + ", " + clientId + "]";
    }
  }

  public MailSettings {
    if (name == null) throw new IllegalArgumentException("mail: every line needs a name");
    address = text(address).strip();
    if (address.isEmpty()) throw new IllegalArgumentException(name + ": address must not be empty");
    if (text(user).isBlank()) throw new IllegalArgumentException(name + ": user must not be empty");
    oauth = oauth != null && oauth.meant() ? oauth : null;
    if (oauth != null) oauth.grant(); // which says what makes no sense
    else if (text(password).isEmpty())
      throw new IllegalArgumentException(name + ": password must not be empty without an oauth");
    folder = text(folder).isBlank() ? "INBOX" : text(folder);
    plus = plus != null && plus;
    authority = text(authority).isBlank() ? null : authority;
    server(name, imap, "imap", user, new Credential.Password(""));
    server(name, smtp, "smtp", user, new Credential.Password(""));
  }

  /// `company` writes where no other sender is named.
  public MailLine line(String company) {
    var credential = credential();
    return new MailLine(
        name,
        address,
        text(sender).isBlank() ? company : text(sender),
        server(name, imap, "imap", user, credential),
        server(name, smtp, "smtp", user, credential),
        text(folder),
        Boolean.TRUE.equals(plus),
        authority);
  }

  /// `imaps` and `smtps` speak TLS from the first byte; without the s it begins by STARTTLS, except
  /// towards this machine.
  private static Server server(
      Line.Id name, @Nullable URI address, String protocol, String user, Credential credential) {
    var scheme = address == null ? "" : String.valueOf(address.getScheme());
    boolean tls = scheme.equals(protocol + "s");
    if (address == null
        || (!tls && !scheme.equals(protocol))
        || address.getHost() == null
        || address.getUserInfo() != null
        || address.getPort() < 1)
      throw new IllegalArgumentException(
          "%s: %s must be %ss://host:port, was %s"
              .formatted(name, protocol, protocol, Endpoint.shown(address)));
    var security =
        tls ? Security.TLS : HERE.contains(address.getHost()) ? Security.NONE : Security.STARTTLS;
    return new Server(address.getHost(), address.getPort(), security, user, credential);
  }

  private Credential credential() {
    return oauth == null
        ? new Credential.Password(text(password))
        : new AccessTokens(oauth.grant(), InstantSource.system());
  }

  private static String text(@Nullable String told) {
    return told == null ? "" : told;
  }

  @Override
  public String toString() {
    return "MailSettings[" + name + ", " + address + "]";
  }
}
