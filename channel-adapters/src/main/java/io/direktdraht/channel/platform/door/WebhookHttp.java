package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.log.LogUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The one door for all webhooks: checks who calls, stores what came, and only then says so. What
/// is signed is never refused for its content: a platform that is refused too often goes away.
@RestController
@RequestMapping("/webhooks/{channel}/{line}")
public final class WebhookHttp {
  private static final String RETRY_SECONDS = "5";
  private final Map<String, Door> doors;
  private final RawEvents raw;
  private final Probe probe;
  private final InstantSource clock;
  private final MeterRegistry meters;

  /// A line, and whom to wake when it stored something.
  record Door(Hook hook, Runnable wake) {}

  /// `doors` by "channel/line", as they come and go.
  WebhookHttp(
      Map<String, Door> doors,
      RawEvents raw,
      Probe probe,
      InstantSource clock,
      MeterRegistry meters) {
    this.doors = doors;
    this.raw = raw;
    this.probe = probe;
    this.clock = clock;
    this.meters = meters;
  }

  @GetMapping
  ResponseEntity<String> handshake(
      @PathVariable String channel,
      @PathVariable String line,
      @RequestParam Map<String, String> query) {
    var door = doors.get(channel + "/" + line);
    if (door == null) return ResponseEntity.notFound().build();
    return Optional.ofNullable(query.get(Probe.PARAMETER))
        .map(probe::answer)
        .or(() -> door.hook.handshake(query))
        .map(word -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(word))
        .orElseGet(() -> ResponseEntity.status(403).build());
  }

  @PostMapping
  ResponseEntity<String> receive(
      @PathVariable String channel,
      @PathVariable String line,
      @RequestHeader HttpHeaders headers,
      HttpServletRequest request)
      throws IOException {
    var door = doors.get(channel + "/" + line);
    if (door == null) return ResponseEntity.notFound().build();
    var bytes = read(request.getInputStream(), door.hook.longestBody());
    if (bytes.isEmpty()) return refused(door, 413, "too_large");
    var values = new LinkedMultiValueMap<String, String>();
    headers.forEach(values::addAll);
    var webhook =
        new Webhook(values, bytes.get(), Objects.requireNonNullElse(request.getQueryString(), ""));
    if (!door.hook.authentic(webhook)) return refused(door, 401, "not_authentic");
    try {
      var answer = ResponseEntity.ok().<String>build();
      for (var meant : meant(channel, door, webhook)) answer = stored(meant, webhook);
      return answer;
    } catch (LogUnavailable outage) {
      count(door, "unavailable");
      return ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }
  }

  /// The lines that a call is for, of those that find it authentic by their own secret. What is for
  /// none of them stays where it was brought. Should one be stored and the next not, the platform
  /// comes again, and each line takes it once.
  private List<Door> meant(String channel, Door brought, Webhook webhook) {
    var lines =
        doors.entrySet().stream()
            .filter(one -> one.getKey().startsWith(channel + "/"))
            .map(Map.Entry::getValue)
            .toList();
    if (lines.size() < 2) return List.of(brought); // most have one, and nothing is read twice
    var meant =
        lines.stream()
            .filter(
                door -> door.hook.meant(door.hook.kept(webhook)) && door.hook.authentic(webhook))
            .toList();
    return meant.isEmpty() ? List.of(brought) : meant;
  }

  private ResponseEntity<String> stored(Door door, Webhook webhook) {
    var line = door.hook.line().id();
    var body = door.hook.kept(webhook);
    var now = clock.instant();
    return switch (Reading.of(door.hook, body)) {
      case Reading.Told(var telling) -> {
        store(door, new RawEvent(line, telling.key(), body, now));
        yield answered(telling.answer());
      }
      case Reading.Garbage(var why) -> {
        store(door, new RawEvent(line, "raw:" + Signature.hash(webhook.body()), body, now, why));
        yield answered(door.hook.confused(why));
      }
    };
  }

  private static ResponseEntity<String> answered(Hook.Answer answer) {
    return answer.text().isEmpty()
        ? ResponseEntity.ok().build()
        : ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(answer.contentType()))
            .body(answer.text());
  }

  private void store(Door door, RawEvent event) {
    boolean fresh = raw.store(event);
    count(door, !fresh ? "repeated" : event.problem() == null ? "stored" : "unreadable");
    if (fresh) door.wake.run();
  }

  /// Empty when there is more than `most`.
  private static Optional<byte[]> read(InputStream body, int most) throws IOException {
    var bytes = body.readNBytes(most + 1);
    return bytes.length > most ? Optional.empty() : Optional.of(bytes);
  }

  private ResponseEntity<String> refused(Door door, int status, String why) {
    count(door, why);
    return ResponseEntity.status(status).build();
  }

  private void count(Door door, String result) {
    var line = door.hook.line();
    meters
        .counter(
            "direktdraht.webhooks",
            "channel",
            line.channel(),
            "line",
            line.id().value(),
            "result",
            result)
        .increment();
  }
}
