package io.direktdraht.channel.web;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Uuid7;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens by which a browser proves that it is the same visitor: `base64url(line|visitor|key
/// id|expiry) . base64url(HMAC-SHA256)`. Renewed once half of their life is over.
public final class VisitorTokens {
  private static final String KEY_ID = "1";
  private final SecretKeySpec key;
  private final Duration life;
  private final InstantSource clock;

  /// `key` is a secret of at least 32 bytes.
  public VisitorTokens(byte[] key, Duration life, InstantSource clock) {
    if (key.length < 32)
      throw new IllegalArgumentException("the key needs 32 bytes, had " + key.length);
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.life = life;
    this.clock = clock;
  }

  public Visitor fresh(Line.Id line) {
    return new Visitor(line, Uuid7.at(clock.instant()).toString());
  }

  public String issue(Visitor visitor) {
    long until = clock.instant().plus(life).getEpochSecond();
    var claims = String.join("|", visitor.line().value(), visitor.id(), KEY_ID, "" + until);
    var body = encode(claims.getBytes(StandardCharsets.UTF_8));
    return body + "." + encode(sign(body));
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
    int dot = token.indexOf('.');
    if (dot < 1 || token.length() > 1000) return Optional.empty();
    try {
      var signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(signature, sign(token.substring(0, dot)))) return Optional.empty();
      var claims = Base64.getUrlDecoder().decode(token.substring(0, dot));
      return Optional.of(new String(claims, StandardCharsets.UTF_8).split("\\|", -1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Instant expiry(String[] claims) {
    return Instant.ofEpochSecond(Long.parseLong(claims[3]));
  }

  private byte[] sign(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
