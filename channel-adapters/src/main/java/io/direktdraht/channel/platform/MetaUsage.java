package io.direktdraht.channel.platform;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long Meta wants to be left alone, by the headers that tell how much of its limits is used up
/// (Graph API, "Rate Limits"): calls that are made meanwhile make it longer.
final class MetaUsage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int USED_UP = 100; // percent
  private static final Duration LONGEST = Duration.ofDays(1);

  private MetaUsage() {}

  /// Empty when nothing is used up.
  static Optional<Duration> rest(HttpHeaders headers) {
    return headers
        .firstValue("X-Business-Use-Case-Usage")
        .flatMap(MetaUsage::told)
        .or(() -> headers.firstValue("X-App-Usage").flatMap(MetaUsage::guessed));
  }

  /// In minutes, for each use case of each business.
  private static Optional<Duration> told(String header) {
    return read(header)
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .map(one -> one.path("estimated_time_to_regain_access").asLong(0))
        .filter(minutes -> minutes > 0)
        .max(Long::compare)
        .map(minutes -> minutes > LONGEST.toMinutes() ? LONGEST : Duration.ofMinutes(minutes));
  }

  /// It tells how much is used, and not for how long.
  private static Optional<Duration> guessed(String header) {
    return read(header).valueStream().anyMatch(used -> used.asInt(0) >= USED_UP)
        ? Optional.of(Duration.ofMinutes(1))
        : Optional.empty();
  }

  private static JsonNode read(String header) {
    try {
      return JSON.readTree(header);
    } catch (JacksonException none) {
      return JSON.createObjectNode();
    }
  }
}
