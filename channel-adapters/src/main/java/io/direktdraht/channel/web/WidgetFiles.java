package io.direktdraht.channel.web;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.attachment.Attaching.Result;
import io.direktdraht.conversation.attachment.Handout;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A visitor's files: brought before the message that refers to them, fetched by those whose
/// conversation it is.
@RestController
@RequestMapping("/chat/files")
final class WidgetFiles {
  private final Reception reception;

  WidgetFiles(Reception reception) {
    this.reception = reception;
  }

  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<?> bring(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestParam(defaultValue = "") String name,
      InputStream body)
      throws Reception.Refused, IOException {
    var visitor = reception.visitor(WidgetHttp.bearer(authorization));
    return switch (reception.bring(visitor, name, body)) {
      case Result.Taken(var file) ->
          ResponseEntity.status(HttpStatus.CREATED).body(Frames.attachment(file));
      case Result.TooBig(long longest) ->
          refused(Refusal.Code.FILE_TOO_BIG, "a file has at most " + longest + " bytes");
      case Result.TooManyPixels(long most) ->
          refused(Refusal.Code.FILE_TOO_BIG, "a picture has at most " + most + " points");
      case Result.Empty() -> refused(Refusal.Code.FILE_EMPTY, "the file is empty");
      case Result.OtherKind() ->
          refused(Refusal.Code.FILE_KIND, "only pictures, PDF, text, sound and video are taken");
      case Result.TooMuch() -> refused(Refusal.Code.FILE_LIMIT, "enough files for today");
    };
  }

  /// What is another's looks like what never was.
  @GetMapping("/{id}")
  ResponseEntity<byte[]> fetch(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @PathVariable UUID id)
      throws Reception.Refused {
    var visitor = reception.visitor(WidgetHttp.bearer(authorization));
    var file = reception.file(visitor, new Attachment.Id(id));
    if (file.isEmpty()) return ResponseEntity.notFound().build();
    var response = ResponseEntity.ok();
    Handout.headers(file.get()).forEach(response::header);
    return response.body(reception.bytes(file.get()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Reception.Refused refused) {
    return WidgetHttp.problem(refused.why);
  }

  private static ResponseEntity<Map<String, Object>> refused(Refusal.Code code, String message)
      throws Reception.Refused {
    throw new Reception.Refused(Refusal.of(code, message));
  }
}
