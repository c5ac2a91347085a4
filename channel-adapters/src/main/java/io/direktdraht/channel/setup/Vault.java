package io.direktdraht.channel.setup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps texts secret in a database: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a fresh
/// nonce of 96 bits each time, as `1.key.nonce and text in base64url`. The name of the key tells a
/// wrong master key from a changed text.
public final class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME = 8;
  private final SecretKeySpec key;
  private final String name;
  private final SecureRandom random = new SecureRandom();

  /// It cannot be opened.
  public static final class Locked extends RuntimeException {
    private static final long serialVersionUID = 1;

    Locked(String why) {
      super(why);
    }
  }

  /// `key` has 32 bytes.
  public Vault(byte[] key) {
    if (key.length != 32)
      throw new IllegalArgumentException("the key needs 32 bytes, had " + key.length);
    this.key = new SecretKeySpec(key, "AES");
    this.name = name(key);
  }

  private static String name(byte[] key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(digest).substring(0, NAME);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// `purpose` is what it belongs to: the same text opens under no other.
  public String seal(String text, String purpose) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(bytes(text));
      var all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return "1." + name + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Throws {@link Locked} for what was sealed by another key or for another purpose, or changed
  /// since.
  public String open(String sealed, String purpose) {
    var parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals("1")) throw new Locked("it was not sealed by us");
    if (!parts[1].equals(name)) throw new Locked("it was sealed under another master key");
    try {
      var all = Base64.getUrlDecoder().decode(parts[2]);
      if (all.length < NONCE) throw new Locked("it was changed");
      var nonce = ByteBuffer.wrap(all, 0, NONCE);
      var opened =
          cipher(Cipher.DECRYPT_MODE, copy(nonce), purpose).doFinal(all, NONCE, all.length - NONCE);
      return new String(opened, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException changed) {
      throw new Locked("it was changed");
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bytes(purpose));
    return cipher;
  }

  private static byte[] copy(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
