package io.direktdraht.console.web;

import io.direktdraht.console.view.Search;
import io.direktdraht.console.work.Reunions;
import io.direktdraht.console.work.Reunions.Reunion;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.log.LogUnavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who is who, as agents decide it, and taking that back.
@RestController
@RequestMapping("/api")
final class ReunionHttp {
  private static final int LONGEST = 100;
  private final Reunions reunions;
  private final Search search;

  /// `with`: another conversation of the same customer.
  record Body(@Nullable UUID with) {}

  record Wanted(@Nullable String text) {}

  ReunionHttp(Reunions reunions, Search search) {
    this.reunions = reunions;
    this.search = search;
  }

  /// Other customers who may be the one of this conversation. What is looked for stands in no
  /// address that servers write down.
  @PostMapping("/conversations/{id}/search")
  List<Map<String, @Nullable Object>> search(@PathVariable UUID id, @RequestBody Wanted wanted) {
    var text = wanted.text();
    if (text == null || text.length() > LONGEST)
      throw new IllegalArgumentException("text must have up to " + LONGEST + " characters");
    return search.of(text, new ConversationId(id));
  }

  @PostMapping("/conversations/{id}/join")
  ResponseEntity<?> join(@PathVariable UUID id, @RequestBody Body body, SignedIn me) {
    if (body.with() == null) throw new IllegalArgumentException("with is missing");
    return switch (reunions.join(
        new ConversationId(id), new ConversationId(body.with()), me.account())) {
      case Reunion.Joined(var join) -> ResponseEntity.ok(Map.of("join", join.toString()));
      case Reunion.Already() ->
          Problem.of(HttpStatus.CONFLICT, "already_joined", "they are one customer already");
      case Reunion.Different() ->
          Problem.of(
              HttpStatus.CONFLICT, "different_customers", "the shop knows them as two customers");
      case Reunion.Unknown() ->
          Problem.of(HttpStatus.NOT_FOUND, "unknown_conversation", "there is no such conversation");
    };
  }

  @PostMapping("/joins/{id}/part")
  ResponseEntity<?> part(@PathVariable UUID id) {
    return reunions.part(new JoinId(id))
        ? ResponseEntity.noContent().build()
        : Problem.of(HttpStatus.CONFLICT, "not_joined", "there is nothing left to take back");
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
}
