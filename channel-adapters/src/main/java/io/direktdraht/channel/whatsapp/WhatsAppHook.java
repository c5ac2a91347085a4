package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.MetaCall;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Webhooks of object `whatsapp_business_account`, signed with the app's secret.
public final class WhatsAppHook implements Hook {
  private static final int LONGEST_BODY = 4 * 1024 * 1024;

  /// What somebody writes in the WhatsApp Business app, at numbers that are used there too.
  private static final String ECHOES = "smb_message_echoes";

  private final WhatsAppSettings settings;
  private final InstantSource clock;

  public WhatsAppHook(WhatsAppSettings settings, InstantSource clock) {
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
  public Optional<String> handshake(Map<String, String> query) {
    return settings.app().handshake(query);
  }

  @Override
  public boolean authentic(Webhook webhook) {
    return settings.app().authentic(webhook);
  }

  @Override
  public boolean meant(String kept) {
    return MetaCall.entriesOf(kept).stream()
        .flatMap(entry -> entry.path("changes").valueStream())
        .anyMatch(change -> number(change).equals(settings.phoneNumberId()));
  }

  private static String number(JsonNode change) {
    return change.path("value").path("metadata").path("phone_number_id").asString("");
  }

  @Override
  public Telling read(String body) {
    var call = MetaCall.of(body);
    var occurrences = new ArrayList<Occurrence>();
    for (var entry : call.entries())
      for (var change : entry.path("changes")) read(change, occurrences);
    return new Telling(call.key(), occurrences);
  }

  private void read(JsonNode change, List<Occurrence> occurrences) {
    var field = change.path("field").asString("");
    var value = change.path("value");
    var number = number(change);
    if (!field.equals("messages") && !field.equals(ECHOES)) {
      occurrences.add(new Occurrence.Ignored("field"));
      return;
    }
    if (!number.equals(settings.phoneNumberId())) {
      occurrences.add(Occurrence.misdirected(number, value.has("messages")));
      return;
    }
    for (var echo : value.path("message_echoes"))
      occurrences.add(Occurrence.guarded(() -> WhatsAppMessage.echo(echo)));
    for (var message : value.path("messages")) {
      var told = Occurrence.guarded(() -> WhatsAppMessage.read(message, value.path("contacts")));
      occurrences.add(told);
      WhatsAppStop.of(told).forEach(occurrences::add);
    }
    for (var status : value.path("statuses")) {
      var told = Occurrence.guarded(() -> status(status));
      occurrences.add(told);
      var to = status.path("recipient_id").asString("");
      if (!to.isEmpty() && told instanceof Occurrence.Failed(_, DeliveryResult.OptedOut _))
        occurrences.add(new Occurrence.AnswersOnly(to, true));
    }
  }

  private Occurrence status(JsonNode status) {
    var reference = Reference.of(status.path("biz_opaque_callback_data").asString(""));
    var kind = status.path("status").asString("");
    if (reference.isEmpty()) return new Occurrence.Ignored("status of others");
    return switch (kind) {
      case "delivered" -> new Occurrence.Reached(reference.get(), false);
      case "read", "played" -> new Occurrence.Reached(reference.get(), true);
      case "failed" -> {
        var now = clock.instant();
        var error = status.path("errors").path(0);
        yield new Occurrence.Failed(reference.get(), WhatsAppErrors.result(error, now, now));
      }
      case "sent" -> new Occurrence.Ignored("sent");
      default -> new Occurrence.Ignored("status");
    };
  }
}
