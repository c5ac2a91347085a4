package io.direktdraht.channel.web;

import io.direktdraht.channel.access.Languages;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.join.Onward.Way;
import io.direktdraht.conversation.log.LogUnavailable;
import io.nayuki.qrcodegen.QrCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a visitor can go on with the same conversation: addresses with a code, also as pictures
/// for a phone's camera.
@RestController
@RequestMapping("/chat/ways")
final class WidgetWays {
  private static final int LONGEST = 20;
  private final Reception reception;

  record Typed(@Nullable String code) {}

  /// `to`: "email" or "phone".
  record Asked(@Nullable String to) {
    Contact.Detail detail() {
      return "phone".equals(to) ? Contact.Detail.PHONE : Contact.Detail.EMAIL;
    }
  }

  WidgetWays(Reception reception) {
    this.reception = reception;
  }

  @PostMapping
  ResponseEntity<Map<String, Object>> issue(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages)
      throws Reception.Refused {
    var visitor = reception.visitor(WidgetHttp.bearer(authorization));
    var ways = reception.ways(visitor, Languages.of(languages));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("until", ways.until().toString());
    answer.put("code", ways.code().text());
    answer.put("ways", ways.ways().stream().map(WidgetWays::view).toList());
    reception
        .left(visitor)
        .forEach((detail, hint) -> answer.put(detail.name().toLowerCase(Locale.ROOT), hint));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }

  /// The same answer whatever we know of the address.
  @PostMapping("/code")
  ResponseEntity<Void> send(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages,
      @RequestBody(required = false) @Nullable Asked asked)
      throws Reception.Refused {
    var visitor = reception.visitor(WidgetHttp.bearer(authorization));
    var to = asked == null ? Contact.Detail.EMAIL : asked.detail();
    reception.sendCode(visitor, to, Languages.of(languages));
    return ResponseEntity.accepted().build();
  }

  @PostMapping("/proof")
  ResponseEntity<?> prove(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestBody Typed typed)
      throws Reception.Refused {
    var visitor = reception.visitor(WidgetHttp.bearer(authorization));
    var code = typed.code();
    return code != null && code.length() <= LONGEST && reception.proves(visitor, code)
        ? ResponseEntity.noContent().build()
        : WidgetHttp.problem(
            Refusal.of(Refusal.Code.CODE_WRONG, "the code is not right, or no longer"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> outage(LogUnavailable outage) {
    return WidgetHttp.problem(
        new Refusal(Refusal.Code.UNAVAILABLE, "please try again in a moment", null, 2L));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Reception.Refused refused) {
    return WidgetHttp.problem(refused.why);
  }

  private static Map<String, Object> view(Way way) {
    var picture = QrCode.encodeText(way.url().toString(), QrCode.Ecc.MEDIUM);
    return Map.of(
        "line", way.line().value(),
        "name", way.name(),
        "url", way.url().toString(),
        "picture", Map.of("size", picture.size, "path", path(picture)));
  }

  /// The dark squares as an SVG path, one unit each.
  private static String path(QrCode picture) {
    var path = new StringBuilder();
    for (int y = 0; y < picture.size; y++)
      for (int x = 0; x < picture.size; x++)
        if (picture.getModule(x, y)) path.append("M%d %dh1v1h-1z".formatted(x, y));
    return path.toString();
  }
}
