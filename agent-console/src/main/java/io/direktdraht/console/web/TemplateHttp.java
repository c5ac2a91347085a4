package io.direktdraht.console.web;

import io.direktdraht.console.view.TemplateView;
import io.direktdraht.console.work.Templating;
import io.direktdraht.conversation.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The templates of a line, for agents who answer by one and operators who look after them.
@RestController
@RequestMapping("/api/templates")
final class TemplateHttp {
  private final Templating templating;

  TemplateHttp(Templating templating) {
    this.templating = templating;
  }

  @GetMapping("/{line}")
  Map<String, @Nullable Object> offer(@PathVariable String line) throws InterruptedException {
    return TemplateView.of(templating.on(new Line.Id(line)));
  }

  @ExceptionHandler
  ResponseEntity<Object> bad(IllegalArgumentException mistake) {
    return Problem.of(HttpStatus.BAD_REQUEST, "bad_request", String.valueOf(mistake.getMessage()));
  }
}
