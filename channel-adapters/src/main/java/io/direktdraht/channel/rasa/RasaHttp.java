package io.direktdraht.channel.rasa;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Intake.Admission;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.log.Owed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The doors of the Rasa REST and callback channels.
@RestController
@RequestMapping("/webhooks")
public final class RasaHttp {
  private static final int PAGE = 500;
  private final RasaPorts ports;
  private final RasaSettings settings;
  private final InstantSource clock;
  private final RasaElements elements;
  private final JsonMapper json = new JsonMapper();

  public RasaHttp(RasaPorts ports, RasaSettings settings, InstantSource clock) {
    this.ports = ports;
    this.settings = settings;
    this.clock = clock;
    this.elements = new RasaElements(ports.links());
  }

  @GetMapping({"/rest/", "/rest", "/callback/", "/callback"})
  Map<String, String> health() {
    return Map.of("status", "ok");
  }

  @PostMapping("/rest/webhook")
  ResponseEntity<String> rest(
      @RequestParam(defaultValue = "") String token,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean stream,
      @RequestBody String body)
      throws RasaProblem, InterruptedException {
    authorize(token, authorization);
    var message = RasaMessage.read(json, body);
    var admission = receive(RasaSettings.REST, message, key);
    var elements = answers(message.sender(), admission);
    if (!stream) return json(json.writeValueAsString(elements));
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .body(
            elements.stream()
                .map(json::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n")));
  }

  @PostMapping("/callback/webhook")
  ResponseEntity<String> callback(
      @RequestParam(defaultValue = "") String token,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody String body)
      throws RasaProblem {
    if (settings.callback() == null)
      throw new RasaProblem(404, "not_configured", "the callback line is not configured");
    authorize(token, authorization);
    receive(RasaSettings.CALLBACK, RasaMessage.read(json, body), key);
    return ResponseEntity.ok("success");
  }

  @GetMapping("/rest/conversations/{sender}/messages")
  ResponseEntity<String> later(
      @PathVariable String sender,
      @RequestParam(defaultValue = "") String token,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestParam(defaultValue = "0") long after)
      throws RasaProblem {
    authorize(token, authorization);
    if (after < 0) throw RasaProblem.bad("after must be at least 0");
    var conversation =
        ports
            .conversations()
            .latest(RasaSettings.REST, sender)
            .orElseThrow(() -> new RasaProblem(404, "unknown_sender", "this sender never wrote"));
    return json(
        json.writeValueAsString(elements.of(sender, conversation, read(conversation.id(), after))));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(RasaProblem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.detail());
  }

  private Admission receive(Line.Id line, RasaMessage message, @Nullable String key)
      throws RasaProblem {
    var external =
        key == null || key.isBlank() ? UUID.randomUUID().toString() : message.sender() + ":" + key;
    if (external.length() > 255) throw RasaProblem.bad("Idempotency-Key is too long");
    try {
      return ports.intake().receive(message.inbound(line, external, clock.instant()));
    } catch (LogUnavailable outage) {
      throw new RasaProblem(503, "unavailable", "not stored: please try again in a moment");
    }
  }

  /// Everything said after the message once nothing is owed for it any more, or when the wait is
  /// over.
  private List<Map<String, @Nullable Object>> answers(String sender, Admission admission)
      throws InterruptedException {
    var id = admission.conversation().id();
    try (var ring = ports.doorbell().at(id)) {
      long until = System.nanoTime() + settings.longestWait().toNanos();
      while (owes(id, admission.seq()) && System.nanoTime() < until)
        ring.await(Duration.ofMillis(Math.clamp((until - System.nanoTime()) / 1_000_000, 1, 1000)));
    }
    Conversation now = ports.conversations().find(id).orElseThrow();
    return elements.of(sender, now, read(id, admission.seq()));
  }

  private boolean owes(ConversationId id, long seq) {
    return ports.owed().places(Owed.Kind.TURN, id).stream().anyMatch(place -> place <= seq)
        || !ports.owed().places(Owed.Kind.DESK, id).isEmpty();
  }

  private List<Recorded> read(ConversationId id, long after) {
    return ports.log().read(id, after, PAGE);
  }

  private void authorize(String token, String authorization) throws RasaProblem {
    var given = authorization.startsWith("Bearer ") ? authorization.substring(7).strip() : token;
    boolean same =
        MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            settings.token().getBytes(StandardCharsets.UTF_8));
    if (!same) throw new RasaProblem(401, "bad_token", "the token is missing or wrong");
  }

  private static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
