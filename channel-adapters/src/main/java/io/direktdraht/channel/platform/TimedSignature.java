package io.direktdraht.channel.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A signature over a time and the body, so that what was overheard cannot be played again later:
/// HMAC-SHA256 of `before`, the seconds since 1970, `between` and the body. `algorithm` stands
/// before its hexadecimal digits.
public record TimedSignature(
    String timeHeader, String header, String algorithm, String before, String between) {
  /// How far a time may be from ours, in either direction.
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  public boolean authentic(Webhook webhook, String secret, Instant now) {
    var seconds = webhook.header(timeHeader).filter(text -> text.matches("\\d{1,12}"));
    var given = webhook.header(header).filter(text -> text.startsWith(algorithm));
    return seconds.isPresent()
        && given.isPresent()
        && near(Instant.ofEpochSecond(Long.parseLong(seconds.get())), now)
        && Signature.hmac(
            secret,
            signed(seconds.get(), webhook.body()),
            given.get().substring(algorithm.length()));
  }

  /// The headers for a body of ours.
  public Map<String, String> headers(String secret, byte[] body, Instant now) {
    var seconds = Long.toString(now.getEpochSecond());
    return Map.of(
        timeHeader, seconds, header, algorithm + Signature.sign(secret, signed(seconds, body)));
  }

  private static boolean near(Instant time, Instant now) {
    return Duration.between(time, now).abs().compareTo(TOLERANCE) <= 0;
  }

  private byte[] signed(String seconds, byte[] body) {
    var start = (before + seconds + between).getBytes(StandardCharsets.UTF_8);
    var all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
