package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;

/// Tells who calls from `Authorization: Bearer <secret or token>`, and what is theirs.
final class Callers {
  private static final String BEARER = "Bearer ";
  private final Reception reception;
  private final Passes passes;
  private volatile boolean closed;

  Callers(Reception reception, Passes passes) {
    this.reception = reception;
    this.passes = passes;
  }

  /// From now on everybody is asked to come back later.
  void close() {
    closed = true;
  }

  Caller of(HttpHeaders headers) throws Refused {
    if (closed) throw Refused.unavailable();
    var authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
    if (authorization == null || !authorization.startsWith(BEARER))
      throw new Refused(401, "Unauthorized", "Authorization: Bearer with a token is missing");
    var caller = named(authorization.substring(BEARER.length()).strip());
    boolean welcome =
        Reception.welcome(
            caller.settings(),
            caller.origins(),
            headers.getOrigin(),
            headers.getFirst(HttpHeaders.HOST));
    if (!welcome) throw new Refused(403, "Forbidden", "this page may not use this line");
    return caller;
  }

  Caller.Shop shop(HttpHeaders headers) throws Refused {
    if (of(headers) instanceof Caller.Shop shop) return shop;
    throw new Refused(403, "Forbidden", "this needs the line's secret");
  }

  Caller.Client client(HttpHeaders headers) throws Refused {
    if (of(headers) instanceof Caller.Client client) return client;
    throw new Refused(403, "Forbidden", "this needs a token");
  }

  /// The conversation, if the caller may speak for it.
  Address address(Caller caller, String conversation) throws Refused {
    var address = new Address(caller.settings().line(), conversation);
    switch (caller) {
      case Caller.Client(_, var pass) -> {
        if (!pass.conversation().equals(conversation))
          throw new Refused(403, "Forbidden", "the token is for another conversation");
      }
      case Caller.Shop _ -> {
        if (!passes.ours(address))
          throw new Refused(404, "BadArgument", "there is no such conversation");
      }
    }
    return address;
  }

  private Caller named(String shown) throws Refused {
    for (var line : reception.lines()) if (same(line.secret(), shown)) return new Caller.Shop(line);
    return switch (passes.open(shown)) {
      case Passes.Opened.Valid(var pass) -> client(pass);
      case Passes.Opened.Expired() ->
          throw new Refused(403, "TokenExpired", "the token has expired");
      case Passes.Opened.NotOurs() -> throw new Refused(403, "Forbidden", "the token is not ours");
    };
  }

  private Caller client(Pass pass) throws Refused {
    var line = reception.line(new Line.Id(pass.line()));
    if (line == null) throw Refused.closed();
    return new Caller.Client(line, pass);
  }

  private static boolean same(String secret, String shown) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
