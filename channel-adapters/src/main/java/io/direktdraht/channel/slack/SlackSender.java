package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.channel.render.Part;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Sends by `chat.postMessage`. Nothing that people or models wrote is ever markup: in `text` the
/// characters that begin it are escaped, blocks are of `plain_text`, which has none.
public final class SlackSender implements Sender {
  static final Capabilities CAPABILITIES =
      new Capabilities(
              Limit.characters(4000),
              List.of(
                  new Menu(
                      Menu.Kind.BUTTONS,
                      25,
                      Limit.characters(75),
                      Limit.characters(1000),
                      Limit.characters(3000))),
              null)
          .enclosing(
              Enclosure.of(Enclosure.Kind.PICTURE, 2, "image/jpeg", "image/png", "image/gif"));

  private final SlackSettings settings;
  private final Calls calls;

  public SlackSender(SlackSettings settings, InstantSource clock) {
    this.settings = settings;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  @Override
  public Line.Id line() {
    return settings.line();
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  /// <https://docs.slack.dev/reference/methods/auth.test>
  @Override
  public Optional<DeliveryResult> check() throws InterruptedException {
    var bearer = Map.of("Authorization", "Bearer " + settings.token());
    return Optional.of(calls.get(settings.method("auth.test"), bearer, this::known));
  }

  private DeliveryResult known(Calls.Reply reply) {
    return reply.body().path("ok").asBoolean(false)
        ? reply.known(reply.body().path("team"), reply.body().path("user"))
        : result(reply);
  }

  /// In the thread in which they last wrote; when Slack no longer takes answers there, below it.
  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var thread = bubble.moment().echo();
    if (thread == null) return post(body(bubble));
    var within = new LinkedHashMap<>(body(bubble));
    within.put("thread_ts", thread);
    var result = post(within);
    return SlackErrors.aboutThread(result) ? post(body(bubble)) : result;
  }

  private DeliveryResult post(Map<String, Object> body) throws InterruptedException {
    return calls.post(
        settings.method("chat.postMessage"),
        "Bearer " + settings.token(),
        Calls.Payload.json(body),
        this::result);
  }

  private DeliveryResult result(Calls.Reply reply) {
    var time = reply.body().path("ts").asString("");
    if (reply.status() == 200 && reply.body().path("ok").asBoolean(false) && !time.isEmpty())
      return new DeliveryResult.Accepted(time);
    var error = reply.body().path("error").asString("");
    return error.isEmpty() ? slowed(reply) : SlackErrors.result(error, reply.hint());
  }

  /// Slack counts messages by conversation: only this one has to wait.
  private static DeliveryResult slowed(Calls.Reply reply) {
    return reply.status() == 429
        ? new DeliveryResult.Retry(reply.hint(), "Slack 429")
        : reply.byStatus();
  }

  private static Map<String, Object> body(Bubble bubble) {
    var body = new LinkedHashMap<String, Object>();
    body.put("channel", bubble.recipient());
    body.put("text", SlackText.write(bubble.part().text()));
    body.put("mrkdwn", false);
    body.put("parse", "none");
    body.put("link_names", false);
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    var id = Map.of("id", bubble.reference().text());
    body.put("metadata", Map.of("event_type", "direktdraht", "event_payload", id));
    var enclosed = bubble.part().enclosure();
    if (enclosed != null) body.put("blocks", List.of(picture(enclosed.file())));
    else if (!bubble.part().choices().isEmpty()) body.put("blocks", blocks(bubble.part()));
    return body;
  }

  private static Map<String, Object> picture(Part.Link file) {
    return Map.of("type", "image", "image_url", file.url(), "alt_text", file.name());
  }

  private static List<Map<String, Object>> blocks(Part part) {
    var buttons = new ArrayList<Map<String, Object>>();
    for (var choice : part.choices()) buttons.add(button(buttons.size(), choice));
    return List.of(
        Map.of("type", "section", "text", plain(part.text())),
        Map.of("type", "actions", "elements", buttons));
  }

  private static Map<String, Object> button(int index, Choice choice) {
    return Map.of(
        "type",
        "button",
        "action_id",
        "choice_" + index,
        "text",
        plain(choice.title()),
        "value",
        choice.payload());
  }

  private static Map<String, Object> plain(String text) {
    return Map.of("type", "plain_text", "text", text, "emoji", false);
  }
}
