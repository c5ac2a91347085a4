package io.direktdraht.channel.directline;

import io.direktdraht.conversation.log.LogUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Direct Line 3.0 over HTTP (bot-framework-rest-direct-line-3-0-api-reference).
@RestController
@RequestMapping("/v3/directline")
final class DirectLineHttp {
  private static final Logger LOG = LoggerFactory.getLogger(DirectLineHttp.class);
  private static final int LONGEST_BODY = 256 * 1024;
  private static final int PAGE = 200;
  private final Reception reception;
  private final Callers callers;
  private final Openings openings;
  private final long longestUpload;

  DirectLineHttp(Reception reception, Callers callers, Openings openings, long longestUpload) {
    this.reception = reception;
    this.callers = callers;
    this.openings = openings;
    this.longestUpload = longestUpload + LONGEST_BODY;
  }

  @PostMapping("/tokens/generate")
  ResponseEntity<String> generate(@RequestHeader HttpHeaders headers, InputStream body)
      throws Refused, IOException {
    var shop = callers.shop(headers);
    return json(200, openings.token(shop, text(body)));
  }

  @PostMapping("/tokens/refresh")
  ResponseEntity<String> refresh(@RequestHeader HttpHeaders headers) throws Refused {
    return json(200, openings.refresh(callers.client(headers)));
  }

  @PostMapping("/conversations")
  ResponseEntity<String> start(
      HttpServletRequest request, @RequestHeader HttpHeaders headers, InputStream body)
      throws Refused, IOException {
    var caller = callers.of(headers);
    var said = text(body);
    return switch (caller) {
      case Caller.Shop shop -> json(201, openings.begin(shop, said, request));
      case Caller.Client client ->
          json(
              reception.begun(client.pass().address()) ? 200 : 201,
              openings.open(client, null, request));
    };
  }

  @GetMapping("/conversations/{conversation}")
  ResponseEntity<String> reconnect(
      HttpServletRequest request,
      @RequestHeader HttpHeaders headers,
      @PathVariable String conversation,
      @RequestParam(defaultValue = "") String watermark)
      throws Refused {
    var caller = callers.of(headers);
    var address = callers.address(caller, conversation);
    return json(200, openings.again(caller, address, mark(watermark), request));
  }

  /// A page of what there is to see after the watermark.
  @GetMapping("/conversations/{conversation}/activities")
  ResponseEntity<String> activities(
      @RequestHeader HttpHeaders headers,
      @PathVariable String conversation,
      @RequestParam(defaultValue = "") String watermark)
      throws Refused {
    var address = callers.address(callers.of(headers), conversation);
    var mark = mark(watermark);
    var activities = new ArrayList<Map<String, Object>>();
    var last = mark;
    for (var part : reception.transcript.after(address, mark))
      for (var shown : reception.transcript.events(part)) {
        if (activities.size() == PAGE) return json(200, Activities.set(activities, last));
        reception.activities.of(address, shown).ifPresent(activities::add);
        last = Watermark.of(shown.conversation(), shown.recorded().seq());
      }
    return json(200, Activities.set(activities, last));
  }

  @PostMapping("/conversations/{conversation}/activities")
  ResponseEntity<String> post(
      @RequestHeader HttpHeaders headers, @PathVariable String conversation, InputStream body)
      throws Refused, IOException {
    var caller = callers.of(headers);
    var address = callers.address(caller, conversation);
    return id(reception.post(address, Activity.read(text(body), caller.user())));
  }

  @PostMapping("/conversations/{conversation}/upload")
  ResponseEntity<String> upload(
      @RequestHeader HttpHeaders headers,
      @PathVariable String conversation,
      @RequestParam(defaultValue = "") String userId,
      InputStream body)
      throws Refused, IOException {
    var caller = callers.of(headers);
    var address = callers.address(caller, conversation);
    var type = String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE));
    var disposition = headers.getFirst(HttpHeaders.CONTENT_DISPOSITION);
    var upload = Upload.read(bytes(body, longestUpload), type, disposition);
    var activity = upload.activity();
    var alone =
        Activity.JSON.write(Map.of("type", "message", "text", "", "from", Map.of("id", userId)));
    var read = Activity.read(activity == null ? alone : activity, caller.user());
    return id(reception.upload(address, read, upload.files()));
  }

  @ExceptionHandler
  ResponseEntity<String> refused(Refused why) {
    var response = ResponseEntity.status(why.status()).contentType(MediaType.APPLICATION_JSON);
    var after = why.retryAfter();
    if (after != null) response.header(HttpHeaders.RETRY_AFTER, after.toString());
    return response.body(error(why.code(), String.valueOf(why.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<String> outage(LogUnavailable outage) {
    return refused(Refused.unavailable());
  }

  @ExceptionHandler
  ResponseEntity<String> failed(RuntimeException failed) {
    LOG.error("a Direct Line call failed", failed);
    return json(500, error("ServerError", "this should not have happened"));
  }

  private static String error(String code, String message) {
    return Activity.JSON.write(Map.of("error", Map.of("code", code, "message", message)));
  }

  private static @Nullable Long mark(String watermark) throws Refused {
    if (watermark.isEmpty()) return null;
    if (!watermark.matches("\\d{1,18}")) throw Refused.bad("the watermark is not one of ours");
    return Long.valueOf(watermark);
  }

  private static String text(InputStream body) throws Refused, IOException {
    return new String(bytes(body, LONGEST_BODY), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(InputStream body, long longest) throws Refused, IOException {
    var bytes = body.readNBytes((int) Math.min(longest + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > longest) throw Refused.tooBig("a call has at most " + longest + " bytes");
    return bytes;
  }

  private static ResponseEntity<String> id(String id) {
    return json(200, Activity.JSON.write(Map.of("id", id)));
  }

  private static ResponseEntity<String> json(int status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
