package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.conversation.Line;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes and checks what clients show us: ids of conversations that nobody can guess or make up,
/// tokens, and tickets for streams. Only which tickets were used is remembered, on this node.
final class Passes {
  private static final Duration TICKET_LIFE = Duration.ofSeconds(60);
  private static final int RANDOM = 16;
  private static final int MARK = 8;
  private static final int MANY = 1000;
  private final Seal seal;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final JsonMapper json = new JsonMapper();
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  Passes(Seal seal, InstantSource clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /// What became of a token.
  sealed interface Opened {
    record Valid(Pass pass) implements Opened {}

    record Expired() implements Opened {}

    record NotOurs() implements Opened {}
  }

  String conversation(Line.Id line) {
    var name = new byte[RANDOM];
    random.nextBytes(name);
    return id(line, name);
  }

  /// Whether we gave this id on this line.
  boolean ours(Address address) {
    try {
      var bytes = Base64.getUrlDecoder().decode(address.conversation());
      if (bytes.length != RANDOM + MARK) return false;
      var name = ByteBuffer.wrap(bytes, 0, RANDOM).slice();
      var copy = new byte[RANDOM];
      name.get(copy);
      return id(address.line(), copy).equals(address.conversation());
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private String id(Line.Id line, byte[] name) {
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    var mark = seal.mark("conversation:" + line + ":" + text, MARK);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(RANDOM + MARK).put(name).put(mark).array());
  }

  String token(Address address, Pass.@Nullable User user, List<String> origins, Duration life) {
    var pass = new Pass(address.line().value(), address.conversation(), user, origins, until(life));
    return seal.close("token:" + json.writeValueAsString(pass));
  }

  Opened open(String token) {
    var said = opened(token, "token:");
    if (said.isEmpty()) return new Opened.NotOurs();
    var pass = json.readValue(said.get(), Pass.class);
    return over(pass.until()) ? new Opened.Expired() : new Opened.Valid(pass);
  }

  String ticket(Address address, @Nullable Long watermark, List<String> origins) {
    var once = new byte[RANDOM];
    random.nextBytes(once);
    var ticket =
        new Ticket(
            address.line().value(),
            address.conversation(),
            watermark,
            origins,
            Base64.getUrlEncoder().withoutPadding().encodeToString(once),
            until(TICKET_LIFE));
    return seal.close("ticket:" + json.writeValueAsString(ticket));
  }

  /// Empty for a ticket that is not ours or too old. Does not use it up.
  Optional<Ticket> look(String ticket) {
    return opened(ticket, "ticket:")
        .map(said -> json.readValue(said, Ticket.class))
        .filter(read -> !over(read.until()));
  }

  /// False when it was used before.
  boolean use(Ticket ticket) {
    if (used.size() > MANY) used.values().removeIf(until -> until.isBefore(clock.instant()));
    return used.putIfAbsent(ticket.once(), Instant.ofEpochSecond(ticket.until())) == null;
  }

  private Optional<String> opened(String sealed, String kind) {
    return seal.open(sealed)
        .filter(said -> said.startsWith(kind))
        .map(said -> said.substring(kind.length()));
  }

  private long until(Duration life) {
    return clock.instant().plus(life).getEpochSecond();
  }

  private boolean over(long until) {
    return !clock.instant().isBefore(Instant.ofEpochSecond(until));
  }
}
