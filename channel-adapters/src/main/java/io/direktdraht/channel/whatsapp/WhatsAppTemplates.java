package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Templated.Told;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Unusable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Asks `GET /{version}/{WABA}/message_templates` for those that are approved, page by page.
final class WhatsAppTemplates {
  private static final int LONGEST_PAGE = 2 * 1024 * 1024;

  /// Meta allows no more than some thousands; what never ends is no list.
  private static final int PAGES = 100;

  private final WhatsAppSettings settings;
  private final InstantSource clock;
  private final Calls calls;

  WhatsAppTemplates(WhatsAppSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    calls = new Calls(Objects.requireNonNull(settings.timeout()), clock, LONGEST_PAGE);
  }

  Told all() throws InterruptedException {
    var usable = new ArrayList<Template>();
    var rest = new ArrayList<Unusable>();
    var after = "";
    for (int page = 0; page < PAGES; page++) {
      var bearer = Map.of("Authorization", "Bearer " + settings.accessToken());
      var reply = calls.get(settings.templates(after), bearer).orElse(null);
      if (reply == null) return new Told.Nothing("no answer");
      var refusal = refusal(reply);
      if (refusal.isPresent()) return new Told.Nothing(refusal.get());
      var ones = reply.body().path("data").valueStream().filter(WhatsAppTemplates::approved);
      for (var one : ones.toList())
        switch (WhatsAppForm.read(one)) {
          case WhatsAppForm.Fits(var template) -> usable.add(template);
          case WhatsAppForm.Not(var unusable) -> rest.add(unusable);
        }
      after = following(reply.body().path("paging"));
      if (after.isEmpty()) return new Told.All(usable, rest);
    }
    return new Told.Nothing("the list does not end");
  }

  private Optional<String> refusal(Calls.Reply reply) {
    var error = reply.body().path("error");
    if (error.isObject())
      return Optional.of(
          WhatsAppErrors.result(error, clock.instant(), reply.hint()).failure().reason());
    return reply.status() == 200 && reply.body().path("data").isArray()
        ? Optional.empty()
        : Optional.of("HTTP " + reply.status() + " to message_templates");
  }

  /// The cursor alone: an address that is told may lead anywhere, and would be given our token.
  private static String following(JsonNode paging) {
    return paging.path("next").isString() ? paging.path("cursors").path("after").asString("") : "";
  }

  private static boolean approved(JsonNode one) {
    return one.path("status").asString("").equals("APPROVED");
  }
}
