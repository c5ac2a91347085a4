package io.direktdraht.channel.slack;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;
import java.util.Set;

/// What follows from the `error` of an answer.
final class SlackErrors {
  /// The thread takes no answers: it is gone, locked, or none.
  private static final Set<String> THREAD =
      Set.of(
          said("thread_not_found"),
          said("invalid_thread_ts"),
          said("cannot_reply_to_message"),
          said("restricted_action_thread_locked"));

  private SlackErrors() {}

  static boolean aboutThread(DeliveryResult result) {
    return result instanceof DeliveryResult.Invalid(var said) && THREAD.contains(said);
  }

  private static String said(String error) {
    return "Slack: " + error.substring(0, Math.min(100, error.length()));
  }

  static DeliveryResult result(String error, Instant hint) {
    var said = said(error);
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
