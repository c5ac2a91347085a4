package io.direktdraht.channel.webhook;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Posts each part of a message to the other side, which by the channel's contract takes one
/// `Idempotency-Key` only once. Any 2xx is a yes.
public final class WebhookSender implements Sender {
  private static final Limit TEXT = Limit.characters(4000);
  static final Capabilities CAPABILITIES =
      new Capabilities(
          TEXT,
          List.of(
              new Menu(
                  Menu.Kind.BUTTONS, 100, Limit.characters(200), Limit.characters(1000), TEXT)),
          null);

  private final WebhookSettings settings;
  private final InstantSource clock;
  private final Calls calls;

  public WebhookSender(WebhookSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
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

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Optional<DeliveryResult> check() {
    return Optional.empty();
  }

  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var payload = Calls.Payload.json(body(bubble));
    var bytes = payload.text().getBytes(StandardCharsets.UTF_8);
    var headers =
        new HashMap<>(WebhookSettings.SIGNATURE.headers(settings.secret(), bytes, clock.instant()));
    headers.put("Idempotency-Key", bubble.reference().text());
    return calls.post(settings.url(), headers, payload, this::result);
  }

  private DeliveryResult result(Calls.Reply reply) {
    int status = reply.status();
    if (status >= 200 && status < 300) return new DeliveryResult.Accepted("");
    return switch (status) {
      case 410 -> new DeliveryResult.Unreachable("HTTP 410");
      // An earlier attempt is still being worked on.
      case 409 -> new DeliveryResult.Retry(reply.hint(), "HTTP 409");
      default -> reply.byStatus();
    };
  }

  private static Map<String, Object> body(Bubble bubble) {
    var part = bubble.part();
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "message");
    body.put("id", bubble.reference().text());
    body.put("conversation", bubble.reference().conversation().toString());
    body.put("to", bubble.recipient());
    body.put("author", author(bubble.author()));
    body.put("text", part.text());
    if (!part.choices().isEmpty()) body.put("choices", part.choices());
    var file = part.file();
    if (file != null) body.put("file", file);
    return body;
  }

  private static Map<String, String> author(Author author) {
    return author instanceof Author.Agent(_, var name)
        ? Map.of("kind", author.kind(), "name", name)
        : Map.of("kind", author.kind());
  }
}
