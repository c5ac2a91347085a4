package io.direktdraht.channel.web;

import io.direktdraht.channel.access.Languages;
import io.direktdraht.conversation.join.Onward.Way;
import io.nayuki.qrcodegen.QrCode;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a visitor can go on with the same conversation: addresses with a code, also as pictures
/// for a phone's camera.
@RestController
@RequestMapping("/chat/ways")
final class WidgetWays {
  private final Reception reception;

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
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            Map.of(
                "until", ways.until().toString(),
                "code", ways.code().text(),
                "ways", ways.ways().stream().map(WidgetWays::view).toList()));
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
