package io.direktdraht.channel.rasa;

import java.util.Map;
import org.springframework.http.ProblemDetail;

/// Why a call changed nothing, for RFC 9457 problem JSON.
final class RasaProblem extends Exception {
  private static final long serialVersionUID = 1;
  private final int status;
  private final String code;

  RasaProblem(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static RasaProblem bad(String message) {
    return new RasaProblem(400, "bad_message", message);
  }

  int status() {
    return status;
  }

  ProblemDetail detail() {
    var problem = ProblemDetail.forStatus(status);
    problem.setDetail(getMessage());
    problem.setProperties(Map.of("code", code));
    return problem;
  }
}
