package io.direktdraht.channel.platform;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs, and compares what platforms sign with, in constant time. Without a secret of ours nothing
/// is authentic.
public final class Signature {
  private Signature() {}

  /// Whether `hex` is the HMAC-SHA256 of the body; upper case is accepted.
  public static boolean hmac(String secret, byte[] body, String hex) {
    if (secret.isBlank() || !hex.matches("[0-9a-fA-F]{64}")) return false;
    return MessageDigest.isEqual(mac("HmacSHA256", secret, body), HexFormat.of().parseHex(hex));
  }

  /// Whether `base64` is the HMAC-SHA256 of the body.
  public static boolean hmac64(String secret, byte[] body, String base64) {
    if (secret.isBlank() || !base64.matches("[A-Za-z0-9+/]{43}=")) return false;
    return MessageDigest.isEqual(
        mac("HmacSHA256", secret, body), Base64.getDecoder().decode(base64));
  }

  /// The HMAC-SHA256 of the body as hexadecimal digits, for what we sign ourselves. Throws {@link
  /// IllegalArgumentException} without a secret.
  public static String sign(String secret, byte[] body) {
    if (secret.isBlank()) throw new IllegalArgumentException("nothing is signed without a secret");
    return HexFormat.of().formatHex(mac("HmacSHA256", secret, body));
  }

  /// Whether `base64` is the HMAC-SHA1 of the text.
  public static boolean sha1(String secret, String text, String base64) {
    if (secret.isBlank() || !base64.matches("[A-Za-z0-9+/]{27}=")) return false;
    return MessageDigest.isEqual(
        mac("HmacSHA1", secret, text.getBytes(StandardCharsets.UTF_8)),
        Base64.getDecoder().decode(base64));
  }

  public static boolean same(String secret, String given) {
    return !secret.isBlank()
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /// SHA-256 as hexadecimal digits.
  public static String hash(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] mac(String algorithm, String secret, byte[] body) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
