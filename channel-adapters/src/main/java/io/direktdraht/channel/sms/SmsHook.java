package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Twilio's webhooks for messages and for what became of ours; both come to one address. Twilio
/// tells no time: what arrives first was written first.
public final class SmsHook implements Hook {
  private static final int LONGEST_BODY = 256 * 1024;
  private static final Pattern HASH = Pattern.compile("(?:^|&)bodySHA256=([0-9a-fA-F]{64})(?:&|$)");
  private static final Answer NOTHING_MORE =
      new Answer("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
  private final SmsSettings settings;
  private final InstantSource clock;

  public SmsHook(SmsSettings settings, InstantSource clock) {
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
    var given = webhook.header("X-Twilio-Signature");
    var fields = fields(webhook);
    if (given.isEmpty() || fields.isEmpty()) return false;
    var rest = (webhook.query().isEmpty() ? "" : "?" + webhook.query()) + fields.get();
    return settings.signedWebhooks().stream()
        .anyMatch(ours -> Signature.sha1(settings.authToken(), ours + rest, given.get()));
  }

  /// A form is signed field by field; of any other body the address, which is signed too, says the
  /// hash. Empty when it is neither.
  private static Optional<String> fields(Webhook webhook) {
    var hash = HASH.matcher(webhook.query());
    if (hash.find())
      return Signature.same(Signature.hash(webhook.body()), hash.group(1).toLowerCase(Locale.ROOT))
          ? Optional.of("")
          : Optional.empty();
    try {
      return Optional.of(Form.of(webhook.text()).signed());
    } catch (Unreadable none) {
      return Optional.empty();
    }
  }

  /// The query of a status names our message.
  @Override
  public String kept(Webhook webhook) {
    return webhook.query().isEmpty() ? webhook.text() : webhook.query() + "&" + webhook.text();
  }

  @Override
  public Telling read(String kept) {
    var form = Form.of(kept);
    var id = form.field("MessageSid").filter(sid -> !sid.isBlank());
    if (id.isEmpty()) throw new Unreadable("no MessageSid");
    var status = form.field("MessageStatus");
    if (status.isPresent())
      return new Telling(
          "status:" + id.get() + ":" + status.get(), statuses(form, status.get(), id.get()));
    return new Telling("message:" + id.get(), messages(form, id.get()), NOTHING_MORE);
  }

  private static List<Occurrence> messages(Form form, String id) {
    var from = form.field("From").orElse("");
    if (from.isBlank()) throw new Unreadable("a message without From");
    var body = form.field("Body").orElse("");
    var answered = form.field("OptOutType"); // Twilio itself answers STOP, HELP and START
    if (answered.isPresent())
      return switch (answered.get()) {
        case "STOP" -> List.of(new Occurrence.OptOut(from, id, true));
        case "START" -> List.of(new Occurrence.OptOut(from, id, false));
        default -> List.of(said(form, from, id, new Content(body, Content.AUTOMATIC, List.of())));
      };
    var said = said(form, from, id, Content.text(body));
    return switch (Keyword.of(body, form.field("ToCountry").orElse(""))) {
      case STOP -> List.of(new Occurrence.OptOut(from, id, true));
      case START -> List.of(new Occurrence.OptOut(from, id, false), said); // and is greeted
      case HELP -> List.of(said(form, from, id, new Content(body, Content.AUTOMATIC, List.of())));
      case NONE -> List.of(said);
    };
  }

  private static Occurrence.Said said(Form form, String from, String id, Content content) {
    return new Occurrence.Said(
        new Occurrence.Person(from, null, null), id, 0, content, things(form));
  }

  private List<Occurrence> statuses(Form form, String status, String id) {
    var told = status(form, status);
    boolean out = told instanceof Occurrence.Failed(_, DeliveryResult.OptedOut _);
    return form.field("To")
        .filter(_ -> out)
        .map(to -> List.of(told, new Occurrence.OptOut(to, id, true)))
        .orElseGet(() -> List.of(told));
  }

  private static List<Thing> things(Form form) {
    int media =
        form.field("NumMedia").filter(n -> n.matches("\\d{1,2}")).map(Integer::parseInt).orElse(0);
    return IntStream.range(0, media)
        .mapToObj(i ->
            new Thing(
                Thing.kind(form.field("MediaContentType" + i).orElse("")),
                null,
                form.field("MediaUrl" + i).orElse(null)))
        .toList();
  }

  private Occurrence status(Form form, String status) {
    var reference = form.field("ref").flatMap(Reference::of);
    if (reference.isEmpty()) return new Occurrence.Ignored("status of others");
    return switch (status) {
      case "delivered" -> new Occurrence.Reached(reference.get(), false);
      case "read" -> new Occurrence.Reached(reference.get(), true);
      case "failed", "undelivered" -> {
        int code =
            form.field("ErrorCode")
                .filter(c -> c.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        var now = clock.instant();
        yield new Occurrence.Failed(reference.get(), SmsErrors.result(code, "", now));
      }
      default -> new Occurrence.Ignored("status");
    };
  }
}
