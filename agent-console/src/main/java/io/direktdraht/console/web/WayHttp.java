package io.direktdraht.console.web;

import io.direktdraht.console.work.TakingBack;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.LogUnavailable;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What agents do with the ways to a contact.
@RestController
@RequestMapping("/api/conversations/{id}/ways/{line}")
final class WayHttp {
  private final TakingBack taking;

  WayHttp(TakingBack taking) {
    this.taking = taking;
  }

  /// From the platform's own inbox.
  @PostMapping("/take")
  ResponseEntity<?> take(@PathVariable UUID id, @PathVariable String line, SignedIn me)
      throws InterruptedException {
    return Replies.of(taking.take(new ConversationId(id), me.account(), new Line.Id(line)));
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
