package io.direktdraht.console.web;

import io.direktdraht.console.view.WayView;
import io.direktdraht.console.work.Done;
import io.direktdraht.conversation.template.Template.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What became of a command, as HTTP tells it.
final class Replies {
  private Replies() {}

  static ResponseEntity<?> of(Done done) {
    return switch (done) {
      case Done.Stored(long seq, long epoch) ->
          ResponseEntity.ok(Map.of("seq", seq, "epoch", epoch));
      case Done.AlreadyWith(var name) ->
          Problem.of(
              HttpStatus.CONFLICT, "already_with", "already with " + name, Map.of("agent", name));
      case Done.NotYours() -> conflict("not_yours", "the conversation is not yours");
      case Done.TooLate() -> conflict("not_waiting", "the conversation has moved on");
      case Done.UnknownAgent() -> conflict("agent_unknown", "there is no such colleague");
      case Done.ColleagueAbsent(var agent) ->
          Problem.of(
              HttpStatus.CONFLICT,
              "agent_absent",
              agent + " is not here",
              Map.of("agent", agent.value()));
      case Done.NoWay(var line, var way) ->
          Problem.of(
              HttpStatus.CONFLICT,
              "no_way",
              line + " takes no answer to this contact now",
              Map.of("line", line.value(), "state", way == null ? "unknown" : WayView.state(way)));
      case Done.NothingLost() -> conflict("nothing_lost", "no message failed there");
      case Done.NoTemplate(var name) ->
          conflict("no_template", "the platform has no such template: " + name);
      case Done.UnfitValues(var faults) ->
          Problem.of(
              HttpStatus.BAD_REQUEST,
              "template_values",
              "the values do not fit",
              Map.of("faults", faults(faults)));
      case Done.TemplatesUnknown(var why) ->
          Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE, "templates_unknown", "the platform says: " + why);
      case Done.PlatformRefuses(var why) -> conflict("platform_refuses", why);
      case Done.PlatformSilent(var why) ->
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "platform_silent", why);
      case Done.UnknownConversation() -> unknown();
    };
  }

  static ResponseEntity<Object> unknown() {
    return Problem.of(
        HttpStatus.NOT_FOUND, "unknown_conversation", "there is no such conversation");
  }

  private static ResponseEntity<Object> conflict(String code, String detail) {
    return Problem.of(HttpStatus.CONFLICT, code, detail);
  }

  private static Map<String, String> faults(Map<String, Fault> faults) {
    return faults.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, fault -> fault.getValue().name().toLowerCase(Locale.ROOT)));
  }
}
