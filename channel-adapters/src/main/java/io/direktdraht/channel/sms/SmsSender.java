package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Sends by `POST /2010-04-01/Accounts/{account}/Messages.json`.
public final class SmsSender implements Sender {
  static final Capabilities CAPABILITIES =
      new Capabilities(Limit.characters(1600), List.of(), null);
  private static final Capabilities MMS =
      CAPABILITIES.enclosing(
          Enclosure.of(Enclosure.Kind.PICTURE, 5, "image/jpeg", "image/png", "image/gif"));
  private final SmsSettings settings;
  private final Calls calls;

  public SmsSender(SmsSettings settings, InstantSource clock) {
    this.settings = settings;
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
    var basic = Map.of("Authorization", basic());
    return Optional.of(calls.get(settings.account(), basic, this::known));
  }

  private DeliveryResult known(Calls.Reply reply) {
    return reply.status() == 200
        ? reply.known(reply.body().path("friendly_name"), reply.body().path("status"))
        : result(reply);
  }

  private String basic() {
    var account = settings.accountSid() + ":" + settings.authToken();
    return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
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

  private DeliveryResult result(Calls.Reply reply) {
    var id = reply.body().path("sid").asString("");
    if (reply.status() < 300 && !id.isEmpty()) return new DeliveryResult.Accepted(id);
    int code = reply.body().path("code").asInt(0);
    if (code == 0 || reply.status() >= 500) return reply.byStatus();
    return SmsErrors.result(code, reply.body().path("message").asString(""), reply.hint());
  }
}
