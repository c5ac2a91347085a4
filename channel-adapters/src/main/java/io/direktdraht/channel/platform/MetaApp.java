package io.direktdraht.channel.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// One app at Meta, whose platforms share handshake and signature. `secret` is what Meta signs
/// with, `verifyToken` what it shows at the handshake.
public record MetaApp(String secret, String verifyToken) {
  private static final String ALGORITHM = "sha256=";

  /// The challenge verbatim, for whoever knows the token.
  public Optional<String> handshake(Map<String, String> query) {
    boolean known =
        "subscribe".equals(query.get("hub.mode"))
            && Signature.same(verifyToken, query.getOrDefault("hub.verify_token", ""));
    return known ? Optional.ofNullable(query.get("hub.challenge")) : Optional.empty();
  }

  public boolean authentic(Webhook webhook) {
    return webhook
        .header("X-Hub-Signature-256")
        .filter(value -> value.startsWith(ALGORITHM))
        .filter(
            value -> Signature.hmac(secret, webhook.body(), value.substring(ALGORITHM.length())))
        .isPresent();
  }

  /// The same call with `appsecret_proof`, which shows that whoever has the token has the secret
  /// too: an app may insist on it ("Require app secret").
  public URI proven(URI call, String token) {
    var proof = Signature.sign(secret, token.getBytes(StandardCharsets.UTF_8));
    return URI.create(call + (call.getQuery() == null ? "?" : "&") + "appsecret_proof=" + proof);
  }

  @Override
  public String toString() {
    return "MetaApp[***]";
  }
}
