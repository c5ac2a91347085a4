package io.direktdraht.console.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Problem JSON (RFC 9457) with a `code` that programs can read.
final class Problem {
  private Problem() {}

  static ResponseEntity<Object> of(HttpStatus status, String code, String detail) {
    return of(status, code, detail, Map.of());
  }

  static ResponseEntity<Object> of(
      HttpStatus status, String code, String detail, Map<String, Object> more) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    var properties = new HashMap<>(more);
    properties.put("code", code);
    problem.setProperties(properties);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  static ResponseEntity<Object> later(HttpStatus status, String code, String detail, long seconds) {
    var problem = of(status, code, detail, Map.of("retryAfter", seconds));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, "" + seconds)
        .body(problem.getBody());
  }
}
