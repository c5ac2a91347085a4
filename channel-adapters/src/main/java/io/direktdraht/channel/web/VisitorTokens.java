package io.direktdraht.channel.web;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Tokens by which a browser proves that it is the same visitor: `base64url(line|visitor|key
/// id|expiry) . base64url(HMAC-SHA256)`. Renewed once half of their life is over.
public final class VisitorTokens {
  private static final String KEY_ID = "1";
  private static final int LONGEST = 1000;
  private final Seal seal;
  private final Duration life;
  private final InstantSource clock;

  /// `key` is a secret of at least 32 bytes.
  public VisitorTokens(byte[] key, Duration life, InstantSource clock) {
    this.seal = new Seal(key);
    this.life = life;
    this.clock = clock;
  }

  public Visitor fresh(Line.Id line) {
    return new Visitor(line, Uuid7.at(clock.instant()).toString());
  }

  public String issue(Visitor visitor) {
    long until = clock.instant().plus(life).getEpochSecond();
    return seal.close(String.join("|", visitor.line().value(), visitor.id(), KEY_ID, "" + until));
  }

  /// Empty for anything that is not one of our tokens for this line, unexpired.
  public Optional<Visitor> verify(String token, Line.Id line) {
    return claims(token)
        .filter(claims -> claims.length == 4 && claims[0].equals(line.value()))
        .filter(claims -> claims[2].equals(KEY_ID))
        .filter(claims -> expiry(claims).isAfter(clock.instant()))
        .map(claims -> new Visitor(line, claims[1]));
  }

  /// The same token, or a new one when less than half of its life is left.
  public String renew(String token, Visitor visitor) {
    var half = clock.instant().plus(life.dividedBy(2));
    return claims(token).filter(claims -> expiry(claims).isAfter(half)).isPresent()
        ? token
        : issue(visitor);
  }

  private Optional<String[]> claims(String token) {
    if (token.length() > LONGEST) return Optional.empty();
    return seal.open(token).map(claims -> claims.split("\\|", -1));
  }

  private static Instant expiry(String[] claims) {
    return Instant.ofEpochSecond(Long.parseLong(claims[3]));
  }
}
