package io.direktdraht.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The one secret from which all others are derived: from the environment, or from a file in the
/// data folder that only its owner can read. Several nodes must share it.
public final class MasterKey {
  private static final String FILE = "master.key";
  private final SecretKeySpec key;

  private MasterKey(String secret) {
    if (secret.length() < 32)
      throw new IllegalArgumentException("DIREKTDRAHT_MASTER_KEY needs at least 32 characters");
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  public static MasterKey of(Path data, @Nullable String environment) {
    if (environment != null && !environment.isBlank()) return new MasterKey(environment.strip());
    try {
      Files.createDirectories(data);
      return new MasterKey(readOrCreate(data.resolve(FILE)));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot keep the master key in " + data, failed);
    }
  }

  /// A secret of 32 bytes for one purpose (HKDF's expand step, RFC 5869, with one block).
  public byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(new byte[] {1});
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The same as text of letters and digits, for people to copy.
  public String text(String purpose, int length) {
    var text = Base64.getEncoder().encodeToString(derive(purpose)).replaceAll("[^A-Za-z0-9]", "");
    return text.substring(0, Math.min(length, text.length()));
  }

  private static String readOrCreate(Path file) throws IOException {
    var bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    var fresh = Base64.getEncoder().encodeToString(bytes);
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly()));
      Files.writeString(file, fresh);
      return fresh;
    } catch (FileAlreadyExistsException kept) {
      return Files.readString(file).strip();
    }
  }

  private static Set<PosixFilePermission> ownerOnly() {
    return PosixFilePermissions.fromString("rw-------");
  }
}
