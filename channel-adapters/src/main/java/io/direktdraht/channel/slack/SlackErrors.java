package io.direktdraht.channel.slack;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;

/// What follows from the `error` of an answer.
final class SlackErrors {
  private SlackErrors() {}

  static DeliveryResult result(String error, Instant hint) {
    var said = "Slack: " + error.substring(0, Math.min(100, error.length()));
    return switch (error) {
      case "ratelimited",
          "rate_limited",
          "message_limit_exceeded",
          "service_unavailable",
          "request_timeout" ->
          new DeliveryResult.Retry(hint, said);
      // By Slack's own words some of it may have succeeded.
      case "internal_error", "fatal_error" -> new DeliveryResult.Ambiguous(said);
      case "not_authed",
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "missing_scope",
          "no_permission",
          "org_login_required",
          "ekm_access_denied",
          "team_access_not_granted",
          "access_denied",
          "messages_tab_disabled",
          "restricted_action" ->
          new DeliveryResult.Unauthorized(said);
      case "channel_not_found",
          "not_in_channel",
          "is_archived",
          "user_not_found",
          "user_disabled",
          "cannot_dm_bot" ->
          new DeliveryResult.Unreachable(said);
      default -> new DeliveryResult.Invalid(said);
    };
  }
}
