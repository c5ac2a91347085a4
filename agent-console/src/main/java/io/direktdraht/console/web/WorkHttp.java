package io.direktdraht.console.web;

import io.direktdraht.console.view.Contexts;
import io.direktdraht.console.work.Templating;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.event.ConversationEvent.HandoffJudged.Verdict;
import io.direktdraht.conversation.log.LogUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What agents read and do: translate in, translate out.
@RestController
@RequestMapping("/api")
final class WorkHttp {
  private static final int LONGEST_TEXT = 4000;
  private final Workplace workplace;
  private final Templating templating;
  private final Attaching attaching;
  private final Contexts contexts;

  /// Any command's body; each uses what it needs.
  record Body(
      @Nullable String id,
      @Nullable String text,
      @Nullable String to,
      @Nullable String note,
      @Nullable String outcome,
      @Nullable String line,
      @Nullable Form template,
      @Nullable List<UUID> attachments) {}

  /// A template instead of `text`; the file of its head is in `attachments`.
  record Form(
      @Nullable String name, @Nullable String language, @Nullable Map<String, String> values) {}

  WorkHttp(Workplace workplace, Templating templating, Attaching attaching, Contexts contexts) {
    this.workplace = workplace;
    this.templating = templating;
    this.attaching = attaching;
    this.contexts = contexts;
  }

  @GetMapping("/conversations/{id}")
  ResponseEntity<?> context(@PathVariable UUID id) {
    var context = contexts.of(new ConversationId(id));
    return context.isPresent() ? ResponseEntity.ok(context.get()) : Replies.unknown();
  }

  @GetMapping("/conversations/{id}/events")
  List<Map<String, @Nullable Object>> events(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") long after) {
    if (after < 0) throw new IllegalArgumentException("after must be at least 0, was " + after);
    return contexts.events(new ConversationId(id), after);
  }

  @PostMapping("/conversations/{id}/claim")
  ResponseEntity<?> claim(@PathVariable UUID id, SignedIn me) {
    return Replies.of(workplace.claim(new ConversationId(id), me.account()));
  }

  @PostMapping("/conversations/{id}/messages")
  ResponseEntity<?> message(@PathVariable UUID id, @RequestBody Body body, SignedIn me)
      throws InterruptedException {
    var brought = Optional.ofNullable(body.attachments()).orElse(List.of());
    var files =
        attaching.of(AttachmentHttp.owner(me), brought.stream().map(Attachment.Id::new).toList());
    if (files.isEmpty())
      return Problem.of(
          HttpStatus.BAD_REQUEST, "file_unknown", "a file is not there, or they are too many");
    if (body.template() != null) {
      var choice = choice(body, body.template(), files.get());
      return Replies.of(templating.answer(new ConversationId(id), me.account(), choice, key(body)));
    }
    var text = brought.isEmpty() ? text(body) : caption(body);
    return Replies.of(
        workplace.answer(
            new ConversationId(id),
            me.account(),
            new Workplace.Answer(Content.text(text).with(files.get()), line(body)),
            key(body)));
  }

  /// A message that did not arrive goes by another line.
  @PostMapping("/conversations/{id}/messages/{seq}/repeat")
  ResponseEntity<?> repeat(
      @PathVariable UUID id, @PathVariable long seq, @RequestBody Body body, SignedIn me) {
    var line = line(body);
    if (line == null) throw new IllegalArgumentException("line is missing");
    return Replies.of(workplace.repeat(new ConversationId(id), me.account(), seq, line));
  }

  @PostMapping("/conversations/{id}/notes")
  ResponseEntity<?> note(@PathVariable UUID id, @RequestBody Body body, SignedIn me) {
    return Replies.of(workplace.note(new ConversationId(id), me.account(), text(body), key(body)));
  }

  @PostMapping("/conversations/{id}/transfer")
  ResponseEntity<?> transfer(@PathVariable UUID id, @RequestBody Body body, SignedIn me) {
    if (body.to() == null || body.to().isBlank())
      throw new IllegalArgumentException("to must name a colleague");
    return Replies.of(
        workplace.transfer(
            new ConversationId(id), me.account(), new AgentId(body.to()), remark(body)));
  }

  @PostMapping("/conversations/{id}/return")
  ResponseEntity<?> giveBack(
      @PathVariable UUID id, @RequestBody(required = false) @Nullable Body body, SignedIn me) {
    var note = body == null ? null : remark(body);
    return Replies.of(workplace.giveBack(new ConversationId(id), me.account(), note));
  }

  @PostMapping("/conversations/{id}/resolve")
  ResponseEntity<?> resolve(@PathVariable UUID id, @RequestBody Body body, SignedIn me) {
    var outcome =
        switch (Optional.ofNullable(body.outcome()).orElse("SolvedByAgent")) {
          case "SolvedByAgent" -> Outcome.SOLVED_BY_AGENT;
          case "Spam" -> Outcome.SPAM;
          default -> throw new IllegalArgumentException("outcome must be SolvedByAgent or Spam");
        };
    return Replies.of(workplace.resolve(new ConversationId(id), me.account(), outcome));
  }

  @PostMapping("/conversations/{id}/requeue")
  ResponseEntity<?> requeue(@PathVariable UUID id, @RequestBody Body body, SignedIn me) {
    var team = body.to() == null || body.to().isBlank() ? null : body.to();
    return Replies.of(workplace.putBack(new ConversationId(id), me.account(), team, remark(body)));
  }

  @PostMapping("/conversations/{id}/pass")
  ResponseEntity<?> pass(@PathVariable UUID id, SignedIn me) {
    return Replies.of(workplace.pass(new ConversationId(id), me.account()));
  }

  @PostMapping("/conversations/{id}/judge")
  ResponseEntity<?> judge(@PathVariable UUID id, @RequestBody Body body, SignedIn me) {
    var verdict =
        switch (Optional.ofNullable(body.outcome()).orElse("")) {
          case "too_late" -> Verdict.TOO_LATE;
          case "not_needed" -> Verdict.NOT_NEEDED;
          case "wrong_team" -> Verdict.WRONG_TEAM;
          default ->
              throw new IllegalArgumentException(
                  "outcome must be too_late, not_needed or wrong_team");
        };
    return Replies.of(workplace.judge(new ConversationId(id), me.account(), verdict));
  }

  @PostMapping("/conversations/{id}/keep")
  ResponseEntity<?> keep(@PathVariable UUID id, SignedIn me) {
    return Replies.of(workplace.keep(new ConversationId(id), me.account()));
  }

  @ExceptionHandler
  ResponseEntity<Object> bad(IllegalArgumentException mistake) {
    return Problem.of(HttpStatus.BAD_REQUEST, "bad_request", String.valueOf(mistake.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> outage(LogUnavailable outage) {
    return Problem.later(
        HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "not stored: please try again", 2);
  }

  /// The text is the platform's: what else is said would be lost.
  private static Templating.Choice choice(Body body, Form form, List<Attachment> files) {
    if (body.text() != null) throw new IllegalArgumentException("a template goes without text");
    if (form.name() == null || form.language() == null)
      throw new IllegalArgumentException("a template needs name and language");
    var values = new HashMap<>(Optional.ofNullable(form.values()).orElse(Map.of()));
    values.values().removeIf(Objects::isNull);
    return new Templating.Choice(line(body), form.name(), form.language(), values, files);
  }

  private static String text(Body body) {
    var text = caption(body);
    if (text.isBlank()) throw new IllegalArgumentException("text is empty");
    return text;
  }

  /// Files need no words.
  private static String caption(Body body) {
    var text = Optional.ofNullable(body.text()).orElse("");
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT)
      throw new IllegalArgumentException("text has at most " + LONGEST_TEXT + " characters");
    return text;
  }

  private static Line.@Nullable Id line(Body body) {
    return body.line() == null ? null : new Line.Id(body.line());
  }

  private static String key(Body body) {
    if (body.id() == null) throw new IllegalArgumentException("id is missing");
    return UUID.fromString(body.id()).toString();
  }

  private static @Nullable String remark(Body body) {
    var note = body.note();
    if (note == null || note.isBlank()) return null;
    if (note.length() > LONGEST_TEXT)
      throw new IllegalArgumentException("note has at most " + LONGEST_TEXT + " characters");
    return note;
  }
}
