package io.direktdraht.channel.setup;

import io.direktdraht.channel.setup.LineView.Details;
import io.direktdraht.channel.setup.LineView.Overview;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.RawEvents.State;
import io.direktdraht.conversation.inbox.RawEvents.Trace;
import io.direktdraht.conversation.log.LogUnavailable;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lines, for operators: how they do, setting them up, trying them, and what they could not read.
@RestController
@RequestMapping("/api/lines")
public final class LineHttp {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_ADDRESS = 128;
  private static final int AT_ONCE = 1000;
  private final Roster roster;
  private final Survey survey;
  private final Survey.Ports ports;
  private final Consumer<Line.Id> wake;

  record Told(@Nullable String channel, @Nullable Map<String, String> values) {}

  record Letter(@Nullable String to, @Nullable String text) {}

  /// `key`: of one call in quarantine; none: all of them.
  record Which(@Nullable String key) {}

  record Body(String body, String problem) {}

  /// There is no such line, or nothing of that key.
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// `wake`: there may be something to take on this line.
  public LineHttp(Roster roster, Survey survey, Survey.Ports ports, Consumer<Line.Id> wake) {
    this.roster = roster;
    this.survey = survey;
    this.ports = ports;
    this.wake = wake;
  }

  @GetMapping
  Overview overview() {
    return survey.overview();
  }

  @GetMapping("/{line}")
  Details details(@PathVariable String line) {
    return survey.details(id(line)).orElseThrow(Missing::new);
  }

  @PutMapping("/{line}")
  Details keep(@PathVariable String line, @RequestBody Told told, Principal me) {
    var channel = Objects.requireNonNullElse(told.channel, "");
    var values = Objects.requireNonNullElse(told.values, Map.<String, String>of());
    roster.keep(id(line), channel, values, me.getName());
    return details(line);
  }

  @DeleteMapping("/{line}")
  ResponseEntity<Object> forget(@PathVariable String line, Principal me) {
    if (!roster.forget(id(line), me.getName())) throw new Missing();
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{line}/check")
  List<Tried> check(@PathVariable String line) throws InterruptedException {
    return trials(line).check();
  }

  @PostMapping("/{line}/handshake")
  Tried handshake(@PathVariable String line) throws InterruptedException {
    return switch (reach(line)) {
      case Reach.Called called -> called.handshake().with(survey.webhook(called));
      case Reach.Fetched _, Reach.Visited _ -> throw new Missing();
    };
  }

  @PostMapping("/{line}/message")
  Tried message(@PathVariable String line, @RequestBody Letter letter) throws InterruptedException {
    var trials = trials(line);
    var to = text(letter.to, "to", LONGEST_ADDRESS);
    return trials.say(to, text(letter.text, "text", LONGEST_TEXT));
  }

  /// A line that paused sends again.
  @PostMapping("/{line}/resume")
  Details resume(@PathVariable String line) {
    ports.outboxes().find(id(line)).orElseThrow(Missing::new).resume();
    return details(line);
  }

  @GetMapping("/{line}/quarantine")
  Body read(@PathVariable String line, @RequestParam String key) {
    var event = ports.raw().inQuarantine(id(line), key).orElseThrow(Missing::new);
    return new Body(event.body(), Objects.requireNonNullElse(event.problem(), ""));
  }

  @PostMapping("/{line}/quarantine/replay")
  Details replay(@PathVariable String line, @RequestBody Which which) {
    var id = id(line);
    for (var key : chosen(id, which)) ports.raw().again(id, key);
    wake.accept(id);
    return details(line);
  }

  @PostMapping("/{line}/quarantine/discard")
  Details discard(@PathVariable String line, @RequestBody Which which) {
    var id = id(line);
    for (var key : chosen(id, which)) ports.raw().discard(id, key);
    return details(line);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(Missing nothing) {
    return problem(HttpStatus.NOT_FOUND, "not_found", "there is no such thing");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> bad(IllegalArgumentException mistake) {
    return problem(HttpStatus.BAD_REQUEST, "bad_request", String.valueOf(mistake.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> outage(LogUnavailable outage) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "the database cannot be reached");
  }

  private Reach reach(String line) {
    return ports.board().reach(id(line)).orElseThrow(Missing::new);
  }

  private Reach.Trials trials(String line) {
    return reach(line).trials().orElseThrow(Missing::new);
  }

  private List<String> chosen(Line.Id line, Which which) {
    return Optional.ofNullable(which.key)
        .map(List::of)
        .orElseGet(() ->
            ports.raw().latest(line, State.QUARANTINED, AT_ONCE).stream().map(Trace::key).toList());
  }

  private static Line.Id id(String line) {
    return new Line.Id(line);
  }

  private static String text(@Nullable String given, String name, int longest) {
    var text = Objects.requireNonNullElse(given, "").strip();
    if (text.isEmpty() || text.length() > longest)
      throw new IllegalArgumentException(
          "%s needs 1 to %d characters, had %d".formatted(name, longest, text.length()));
    return text;
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String code, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return ResponseEntity.status(status).body(problem);
  }
}
