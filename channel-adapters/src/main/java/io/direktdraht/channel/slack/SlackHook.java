package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.TimedSignature;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Line;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slack's events, one a call, and pressed buttons, which come as a form. Whether a call says that
/// it is a repetition does not matter: the first one may have been lost.
public final class SlackHook implements Hook {
  static final TimedSignature SIGNATURE =
      new TimedSignature("X-Slack-Request-Timestamp", "X-Slack-Signature", "v0=", "v0:", ":");
  private static final int LONGEST_BODY = 1024 * 1024;
  private static final String FORM = "payload=";
  private final SlackSettings settings;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();

  public SlackHook(SlackSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Line line() {
    return settings.asLine();
  }

  @Override
  public int longestBody() {
    return LONGEST_BODY;
  }

  @Override
  public boolean authentic(Webhook webhook) {
    return SIGNATURE.authentic(webhook, settings.signingSecret(), clock.instant());
  }

  @Override
  public Telling read(String kept) {
    var root = parsed(kept.startsWith(FORM) ? decoded(kept) : kept);
    return switch (root.path("type").asString("")) {
      case "url_verification" ->
          new Telling(
              key(kept),
              List.of(new Occurrence.Ignored("handshake")),
              new Answer("text/plain", SlackEvent.text(root, "challenge")));
      case "event_callback" ->
          new Telling("event:" + SlackEvent.text(root, "event_id"), List.of(SlackEvent.read(root)));
      case "block_actions" ->
          new Telling(
              key(kept),
              root.path("actions")
                  .valueStream()
                  .map(action -> Occurrence.guarded(() -> SlackEvent.pressed(root, action)))
                  .toList());
      case "" -> throw new Unreadable("no type");
      default -> new Telling(key(kept), List.of(new Occurrence.Ignored("type")));
    };
  }

  private JsonNode parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JacksonException broken) {
      throw new Unreadable("no JSON");
    }
  }

  private static String decoded(String form) {
    try {
      var value = form.substring(FORM.length()).split("&", 2)[0];
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new Unreadable("no form");
    }
  }

  private static String key(String kept) {
    return "sha256:" + Signature.hash(kept.getBytes(StandardCharsets.UTF_8));
  }
}
