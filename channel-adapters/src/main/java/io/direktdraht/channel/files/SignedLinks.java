package io.direktdraht.channel.files;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.attachment.FileLinks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links to files that need no token:
/// `BASE/files/ID?until=SECONDS&signature=base64url(HMAC-SHA256)`.
public final class SignedLinks implements FileLinks {
  private final URI base;
  private final SecretKeySpec key;
  private final Duration life;
  private final InstantSource clock;

  /// `base` is where the world reaches us, e.g. https://chat.example; `key` a secret of 32 bytes.
  public SignedLinks(URI base, byte[] key, Duration life, InstantSource clock) {
    this.base = base;
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.life = life;
    this.clock = clock;
  }

  @Override
  public String to(Attachment attachment) {
    long until = clock.instant().plus(life).getEpochSecond();
    return "%s/files/%s?until=%d&signature=%s"
        .formatted(
            base.toString().replaceFirst("/+$", ""),
            attachment.id(),
            until,
            encode(sign(attachment.id(), until)));
  }

  /// Whether we made this link and it still holds.
  boolean holds(Attachment.Id id, long until, String signature) {
    try {
      var given = Base64.getUrlDecoder().decode(signature);
      return MessageDigest.isEqual(given, sign(id, until))
          && clock.instant().isBefore(Instant.ofEpochSecond(until));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private byte[] sign(Attachment.Id id, long until) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((id + "|" + until).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
