package io.direktdraht.channel.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A call that a platform made, byte for byte as it came: signatures are over the bytes.
public final class Webhook {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;
  private final String query;

  /// `query`: what follows the question mark, as it came, or empty.
  public Webhook(Map<String, List<String>> headers, byte[] body, String query) {
    this.headers.putAll(headers);
    this.body = body.clone();
    this.query = query;
  }

  public byte[] body() {
    return body.clone();
  }

  public String query() {
    return query;
  }

  /// The header's only value: two are as suspicious as none.
  public Optional<String> header(String name) {
    var values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /// What is no UTF-8, and NUL, become U+FFFD, so that every store can hold it.
  public String text() {
    return new String(body, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
