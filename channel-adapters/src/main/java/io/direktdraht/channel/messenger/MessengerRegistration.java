package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Asks `GET /{page}/subscribed_apps` whether the page still calls us, since Meta ends that
/// silently after an hour of failures, and subscribes it again. What contacts wrote meanwhile it
/// still tells who asks.
public final class MessengerRegistration implements Registration {
  private static final Set<String> FIELDS =
      Set.of(
          "messages",
          "messaging_postbacks",
          "message_echoes",
          "message_deliveries",
          "message_reads");

  /// Not offered to every page.
  private static final Set<String> WANTED = Set.of("message_edits", "standby");

  /// Who has a conversation; some pages do not know the name.
  private static final Set<String> CONTROL = Set.of("messaging_handovers");

  private final MessengerSettings settings;
  private final Calls calls;
  private final MessengerUntold untold;

  public MessengerRegistration(MessengerSettings settings, Network network, InstantSource clock) {
    this.settings = settings;
    var timeout = Objects.requireNonNull(settings.timeout());
    this.calls = new Calls(timeout, clock);
    this.untold = new MessengerUntold(settings, network, timeout, clock);
  }

  @Override
  public Optional<List<String>> untold(Instant since) throws InterruptedException {
    return untold.since(since);
  }

  @Override
  public Outcome register() throws InterruptedException {
    var reply = calls.get(settings.subscriptions(), Map.of("Authorization", bearer()));
    return reply.isEmpty() ? new Outcome.Unknown("no answer") : told(reply.get());
  }

  private Outcome told(Calls.Reply reply) throws InterruptedException {
    var error = reply.body().path("error");
    if (error.isObject())
      return new Outcome.Unknown(MessengerErrors.result(error, reply.hint()).failure().reason());
    if (reply.status() != 200 || !reply.body().path("data").isArray())
      return new Outcome.Unknown("HTTP " + reply.status() + " to subscribed_apps");
    return subscribed(reply.body().path("data")) ? new Outcome.Known() : subscribe();
  }

  /// Meta names the apps that may see them; with `app-id` ours must be among them.
  private boolean subscribed(JsonNode apps) {
    var ours = settings.appId();
    return apps.valueStream()
        .filter(app -> ours == null || ours.equals(app.path("id").asString("")))
        .anyMatch(MessengerRegistration::tellsAll);
  }

  private static boolean tellsAll(JsonNode app) {
    var fields =
        app.path("subscribed_fields")
            .valueStream()
            .map(one -> one.asString(""))
            .collect(Collectors.toSet());
    return fields.containsAll(FIELDS);
  }

  private Outcome subscribe() throws InterruptedException {
    var result = subscribe(together(List.of(FIELDS, WANTED, CONTROL)));
    if (result instanceof DeliveryResult.Invalid)
      result = subscribe(together(List.of(FIELDS, WANTED)));
    if (result instanceof DeliveryResult.Invalid) result = subscribe(FIELDS);
    return result instanceof DeliveryResult.Accepted
        ? new Outcome.Renewed("the page was not subscribed")
        : new Outcome.Unknown(result.failure().reason());
  }

  private static Set<String> together(List<Set<String>> fields) {
    return fields.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private DeliveryResult subscribe(Set<String> fields) throws InterruptedException {
    var payload = Calls.Payload.form(Map.of("subscribed_fields", String.join(",", fields)));
    return calls.post(
        settings.subscriptions(), bearer(), payload, MessengerRegistration::subscription);
  }

  private static DeliveryResult subscription(Calls.Reply reply) {
    var error = reply.body().path("error");
    if (error.isObject()) return MessengerErrors.result(error, reply.hint());
    return reply.status() == 200 && reply.body().path("success").asBoolean(false)
        ? new DeliveryResult.Accepted("")
        : reply.byStatus();
  }

  private String bearer() {
    return "Bearer " + settings.accessToken();
  }
}
