package io.direktdraht.console.web;

import io.direktdraht.console.view.EventView;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attaching.Result;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Handout;
import io.direktdraht.conversation.log.LogUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files at the console: agents bring them before the message that refers to them, and fetch what
/// stands in a conversation.
@RestController
@RequestMapping("/api/files")
final class AttachmentHttp {
  private final Attaching attaching;
  private final Attachments attachments;

  AttachmentHttp(Attaching attaching, Attachments attachments) {
    this.attaching = attaching;
    this.attachments = attachments;
  }

  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<?> bring(
      @RequestParam(defaultValue = "") String name, InputStream body, SignedIn me)
      throws IOException {
    return switch (attaching.take(body, name, owner(me))) {
      case Result.Taken(var file) ->
          ResponseEntity.status(HttpStatus.CREATED).body(EventView.attachment(file));
      case Result.TooBig(long longest) ->
          Problem.of(
              HttpStatus.CONTENT_TOO_LARGE,
              "file_too_big",
              "a file has at most " + longest + " bytes");
      case Result.TooManyPixels(long most) ->
          Problem.of(
              HttpStatus.CONTENT_TOO_LARGE,
              "file_too_big",
              "a picture has at most " + most + " points");
      case Result.Empty() -> Problem.of(HttpStatus.BAD_REQUEST, "file_empty", "the file is empty");
      case Result.OtherKind() ->
          Problem.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "file_kind",
              "only pictures, PDF, text, sound and video are taken");
      case Result.TooMuch() ->
          Problem.of(HttpStatus.TOO_MANY_REQUESTS, "file_limit", "enough files for today");
    };
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> fetch(@PathVariable UUID id, SignedIn me) {
    var file = new Attachment.Id(id);
    var stored =
        attachments
            .find(file)
            .filter(one -> !one.conversations().isEmpty() || one.owner().equals(owner(me)));
    if (stored.isEmpty()) return ResponseEntity.notFound().build();
    var response = ResponseEntity.ok();
    Handout.headers(stored.get().attachment()).forEach(response::header);
    return response.body(attachments.bytes(file).orElseThrow());
  }

  @ExceptionHandler
  ResponseEntity<Object> outage(LogUnavailable outage) {
    return Problem.later(
        HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "not stored: please try again", 2);
  }

  static String owner(SignedIn me) {
    return "agent:" + me.account().id();
  }
}
