package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Looking;
import io.direktdraht.channel.platform.Untold;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Part;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Sends by `POST /2010-04-01/Accounts/{account}/Messages.json`, and looks there, by GET, for what
/// may have been sent, and for what came and was not told.
public final class SmsSender implements Looking, Untold {
  private static final System.Logger LOG = System.getLogger(SmsSender.class.getName());
  static final Capabilities CAPABILITIES =
      new Capabilities(Limit.characters(1600), List.of(), null);
  private static final Capabilities MMS =
      CAPABILITIES.enclosing(
          Enclosure.of(Enclosure.Kind.PICTURE, 5, "image/jpeg", "image/png", "image/gif"));

  /// An attempt may have begun before a restart.
  private static final Duration LOOK_BACK = Duration.ofHours(1);

  private final SmsSettings settings;
  private final InstantSource clock;
  private final Calls calls;
  private final SmsUntold untold;

  public SmsSender(SmsSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.untold = new SmsUntold(settings, clock);
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  @Override
  public Line.Id line() {
    return settings.line();
  }

  @Override
  public Capabilities capabilities() {
    return settings.mms() ? MMS : CAPABILITIES;
  }

  @Override
  public Optional<DeliveryResult> check() throws InterruptedException {
    return Optional.of(calls.get(settings.account(), basic(), this::known));
  }

  private DeliveryResult known(Calls.Reply reply) {
    return reply.status() == 200
        ? reply.known(reply.body().path("friendly_name"), reply.body().path("status"))
        : result(reply);
  }

  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var fields = new LinkedHashMap<String, String>();
    fields.put("To", bubble.recipient());
    fields.put(settings.from().startsWith("MG") ? "MessagingServiceSid" : "From", settings.from());
    var enclosed = bubble.part().enclosure();
    if (enclosed == null) fields.put("Body", bubble.part().text());
    else fields.put("MediaUrl", enclosed.file().url());
    fields.put("StatusCallback", settings.webhook() + "?ref=" + bubble.reference().text());
    return calls.post(settings.messages(), basic(), Calls.Payload.form(fields), this::result);
  }

  /// Whether a number is in the country of ours; a messaging service has numbers in several.
  boolean near(String number) {
    return Dialling.near(settings.from(), number);
  }

  /// Words that are part of no conversation, and of which nobody is told what becomes.
  DeliveryResult say(String number, String words) throws InterruptedException {
    var fields = Map.of("To", number, "From", settings.from(), "Body", words);
    return calls.post(settings.messages(), basic(), Calls.Payload.form(fields), this::result);
  }

  @Override
  public Optional<List<String>> found(Bubble bubble) throws InterruptedException {
    var since = clock.instant().minus(LOOK_BACK);
    return calls
        .get(settings.messagesTo(bubble.recipient()), basic())
        .map(Calls.Reply::body)
        .map(body -> body.path("messages"))
        .filter(JsonNode::isArray)
        .map(all ->
            all.valueStream()
                .filter(one ->
                    same(one, bubble.part())
                        && !created(one).orElseGet(clock::instant).isBefore(since))
                .map(one -> one.path("sid").asString(""))
                .toList());
  }

  @Override
  public Optional<List<String>> untold(Instant since) throws InterruptedException {
    return untold.since(since);
  }

  private Map<String, String> basic() {
    return Map.of("Authorization", settings.basic());
  }

  private static boolean same(JsonNode message, Part part) {
    if (!message.path("direction").asString("").startsWith("outbound")) return false;
    var body = message.path("body").asString("");
    return part.enclosure() == null
        ? body.equals(part.text())
        : body.isEmpty() && message.path("num_media").asInt(0) > 0;
  }

  /// What has no time that can be read is as good as new.
  static Optional<Instant> created(JsonNode message) {
    try {
      var text = message.path("date_created").asString("");
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private DeliveryResult result(Calls.Reply reply) {
    var id = reply.body().path("sid").asString("");
    if (reply.status() < 300 && !id.isEmpty()) return new DeliveryResult.Accepted(id);
    int code = reply.body().path("code").asInt(0);
    if (code == 0 || reply.status() >= 500) return reply.byStatus();
    if (SmsErrors.alarming(code))
      LOG.log(
          Level.WARNING, "line {0}: Twilio lets us not send to a contact ({1})", line(), "" + code);
    return SmsErrors.result(code, reply.body().path("message").asString(""), reply.hint());
  }
}
