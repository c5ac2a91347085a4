package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Templated.Told;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Template.Category;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Asks `GET /{version}/{WABA}/message_templates` for those that are approved, page by page. Those
/// with pictures, or with anything else that would have to be given besides the variables of their
/// body, are only counted.
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
    int approved = 0;
    var after = "";
    for (int page = 0; page < PAGES; page++) {
      var bearer = Map.of("Authorization", "Bearer " + settings.accessToken());
      var reply = calls.get(settings.templates(after), bearer).orElse(null);
      if (reply == null) return new Told.Nothing("no answer");
      var refusal = refusal(reply);
      if (refusal.isPresent()) return new Told.Nothing(refusal.get());
      var ones = reply.body().path("data").valueStream().filter(WhatsAppTemplates::approved);
      for (var one : ones.toList()) {
        approved++;
        template(one).ifPresent(usable::add);
      }
      after = following(reply.body().path("paging"));
      if (after.isEmpty()) return new Told.All(usable, approved - usable.size());
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

  private static Optional<Template> template(JsonNode one) {
    var category = one.path("category").asString("");
    var components = one.path("components").valueStream().toList();
    if (category.equals("AUTHENTICATION")
        || !components.stream().allMatch(WhatsAppTemplates::fixed)) return Optional.empty();
    var template =
        new Template(
            one.path("name").asString(""),
            one.path("language").asString(""),
            category(category),
            text(components, "HEADER"),
            text(components, "BODY"),
            text(components, "FOOTER"),
            buttons(components).map(button -> button.path("text").asString("")).toList());
    return Optional.of(template)
        .filter(Template::sound)
        .filter(known ->
            !known.name().isEmpty() && !known.language().isEmpty() && !known.body().isBlank());
  }

  private static Category category(String name) {
    return switch (name) {
      case "UTILITY" -> Category.UTILITY;
      case "MARKETING" -> Category.MARKETING;
      default -> Category.OTHER;
    };
  }

  /// Nothing has to be given for it, but for the variables of a body.
  private static boolean fixed(JsonNode component) {
    var text = component.path("text").asString("");
    return switch (component.path("type").asString("")) {
      case "BODY" -> true;
      case "FOOTER" -> !text.contains("{{");
      case "HEADER" -> component.path("format").asString("").equals("TEXT") && !text.contains("{{");
      case "BUTTONS" ->
          component.path("buttons").valueStream().allMatch(WhatsAppTemplates::fixedButton);
      default -> false;
    };
  }

  private static boolean fixedButton(JsonNode button) {
    return switch (button.path("type").asString("")) {
      case "QUICK_REPLY", "PHONE_NUMBER" -> true;
      case "URL" -> !button.path("url").asString("").contains("{{");
      default -> false;
    };
  }

  private static Stream<JsonNode> buttons(List<JsonNode> components) {
    return components.stream().flatMap(one -> one.path("buttons").valueStream());
  }

  private static String text(List<JsonNode> components, String type) {
    return components.stream()
        .filter(one -> one.path("type").asString("").equals(type))
        .map(one -> one.path("text").asString(""))
        .findFirst()
        .orElse("");
  }
}
