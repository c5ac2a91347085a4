package io.direktdraht.channel.web;

import io.direktdraht.channel.access.Languages;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.live.Doorbell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The widget's frames over plain HTTP, for networks that block sockets.
@RestController
@RequestMapping("/chat")
final class WidgetHttp {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration WITHOUT_CONVERSATION = Duration.ofSeconds(2);
  private final Reception reception;
  private final Doorbell doorbell;

  WidgetHttp(Reception reception, Doorbell doorbell) {
    this.reception = reception;
    this.doorbell = doorbell;
  }

  @PostMapping(path = "/hello", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> hello(@RequestBody String body) throws ClientFrame.Bad, Reception.Refused {
    if (!(reception.reader.read(body) instanceof ClientFrame.Hello hello))
      throw new ClientFrame.Bad("the first frame must be hello");
    var guest = reception.admit(hello);
    var frames = new ArrayList<>(List.of(reception.welcome(guest)));
    var latest = guest.latest();
    if (latest != null)
      frames.addAll(
          events(latest.id(), Reception.lastSeen(hello.conversation(), hello.lastSeq(), latest)));
    return answer(frames);
  }

  @PostMapping(path = "/frames", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> frame(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages,
      @RequestBody String body)
      throws ClientFrame.Bad, Reception.Refused {
    var visitor = reception.visitor(bearer(authorization));
    var frame = reception.reader.read(body);
    var conversation = Reception.idOf(reception.latest(visitor).orElse(null));
    switch (frame) {
      case ClientFrame.Message message -> {
        var admission = reception.receive(visitor, message, Languages.of(languages));
        return answer(
            List.of(
                reception.frames.ack(
                    message.id(), admission.conversation().id(), admission.seq())));
      }
      case ClientFrame.Typing(boolean active) -> {
        if (conversation != null) reception.typing(conversation, active);
      }
      case ClientFrame.Seen seen -> {
        if (conversation != null) reception.seen(conversation, seen);
      }
      case ClientFrame.Ping() -> {
        return answer(List.of(reception.frames.plain("pong")));
      }
      case ClientFrame.Hello _, ClientFrame.Resume _, ClientFrame.Pong _ ->
          throw new ClientFrame.Bad("not over HTTP");
    }
    return answer(List.of());
  }

  @GetMapping("/frames")
  ResponseEntity<String> frames(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestParam(required = false) @Nullable String conversation,
      @RequestParam(defaultValue = "0") long lastSeq)
      throws Reception.Refused, InterruptedException {
    var visitor = reception.visitor(bearer(authorization));
    var latest = reception.latest(visitor);
    if (latest.isEmpty()) {
      Thread.sleep(WITHOUT_CONVERSATION);
      return answer(List.of());
    }
    var id = latest.get().id();
    long after = Reception.lastSeen(conversation, lastSeq, latest.get());
    try (var ring = doorbell.at(id)) {
      var frames = events(id, after);
      long until = System.nanoTime() + LONGEST_WAIT.toNanos();
      while (frames.isEmpty() && System.nanoTime() < until) {
        ring.await(Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime())));
        frames = events(id, after);
      }
      frames.add(reception.frames.desk(reception.desk(id)));
      return answer(frames);
    }
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> bad(ClientFrame.Bad bad) {
    return problem(Refusal.of(Refusal.Code.BAD_FRAME, String.valueOf(bad.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Reception.Refused refused) {
    return problem(refused.why);
  }

  private List<String> events(ConversationId id, long after) {
    var conversation = reception.find(id).orElseThrow();
    var frames = new ArrayList<String>();
    for (var recorded : reception.shown.after(id, after))
      frames.add(reception.frames.event(recorded, conversation.stage()));
    return frames;
  }

  private ResponseEntity<String> answer(List<String> frames) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(reception.frames.list(frames));
  }

  static ResponseEntity<ProblemDetail> problem(Refusal why) {
    var problem = ProblemDetail.forStatusAndDetail(status(why), why.message());
    problem.setProperties(Map.of("code", why.code().text()));
    var response = ResponseEntity.status(status(why));
    if (why.retryAfter() != null)
      response.header(HttpHeaders.RETRY_AFTER, why.retryAfter().toString());
    return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }

  private static HttpStatus status(Refusal why) {
    return HttpStatus.valueOf(why.code().status());
  }

  static String bearer(String authorization) {
    return authorization.startsWith("Bearer ") ? authorization.substring(7).strip() : "";
  }
}
