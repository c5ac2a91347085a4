package io.direktdraht.channel.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Words that a client keeps for us and cannot change: `base64url(words) . base64url(HMAC-SHA256)`.
public final class Seal {
  private static final int LONGEST = 4000;
  private final SecretKeySpec key;

  /// `key` is a secret of at least 32 bytes.
  public Seal(byte[] key) {
    if (key.length < 32)
      throw new IllegalArgumentException("the key needs 32 bytes, had " + key.length);
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  public String close(String words) {
    var body = encode(words.getBytes(StandardCharsets.UTF_8));
    return body + "." + mark(body);
  }

  /// Empty for what we did not seal.
  public Optional<String> open(String sealed) {
    int dot = sealed.indexOf('.');
    if (dot < 1 || sealed.length() > LONGEST) return Optional.empty();
    var body = sealed.substring(0, dot);
    if (!holds(body, sealed.substring(dot + 1))) return Optional.empty();
    return Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8));
  }

  /// The whole signature of a word that is shown as it is.
  public String mark(String word) {
    return encode(sign(word));
  }

  /// The first `bytes` bytes of a word's signature.
  public byte[] mark(String word, int bytes) {
    return Arrays.copyOf(sign(word), bytes);
  }

  /// Whether `mark` is the signature of this word.
  public boolean holds(String word, String mark) {
    try {
      return MessageDigest.isEqual(Base64.getUrlDecoder().decode(mark), sign(word));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private byte[] sign(String word) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
