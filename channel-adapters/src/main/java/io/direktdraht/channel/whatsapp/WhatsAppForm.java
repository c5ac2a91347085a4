package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.conversation.template.Button;
import io.direktdraht.conversation.template.Head;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Template.Category;
import io.direktdraht.conversation.template.Unusable;
import io.direktdraht.conversation.template.Unusable.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// One approved template, as Meta describes it: what can be given from here, or why it cannot.
sealed interface WhatsAppForm {
  record Fits(Template template) implements WhatsAppForm {}

  record Not(Unusable unusable) implements WhatsAppForm {}

  static WhatsAppForm read(JsonNode one) {
    var name = one.path("name").asString("");
    var language = one.path("language").asString("");
    var components = one.path("components").valueStream().toList();
    var why = why(one, components);
    if (why.isPresent()) return new Not(new Unusable(name, language, why.get()));
    var template =
        new Template(
            name,
            language,
            category(one.path("category").asString("")),
            head(component(components, "HEADER")),
            component(components, "BODY").path("text").asString(""),
            component(components, "FOOTER").path("text").asString(""),
            buttons(components).map(WhatsAppForm::button).toList());
    if (name.isEmpty() || language.isEmpty() || template.body().isBlank())
      return new Not(new Unusable(name, language, Why.OTHER));
    return template.sound()
        ? new Fits(template)
        : new Not(new Unusable(name, language, Why.VARIABLES));
  }

  private static Optional<Why> why(JsonNode one, List<JsonNode> components) {
    if (one.path("category").asString("").equals("AUTHENTICATION")) return Optional.of(Why.SIGN_IN);
    return components.stream().flatMap(part -> why(part).stream()).findFirst();
  }

  /// What of it we cannot give.
  private static Optional<Why> why(JsonNode component) {
    return switch (component.path("type").asString("")) {
      case "BODY", "FOOTER" -> Optional.empty();
      case "HEADER" ->
          switch (component.path("format").asString("")) {
            case "TEXT", "IMAGE", "VIDEO", "DOCUMENT" -> Optional.empty();
            case "LOCATION" -> Optional.of(Why.LOCATION);
            case "PRODUCT" -> Optional.of(Why.PRODUCTS);
            default -> Optional.of(Why.OTHER);
          };
      case "BUTTONS" ->
          component
              .path("buttons")
              .valueStream()
              .flatMap(one -> whyButton(one.path("type").asString("")).stream())
              .findFirst();
      case "CAROUSEL" -> Optional.of(Why.CAROUSEL);
      case "LIMITED_TIME_OFFER" -> Optional.of(Why.OFFER);
      default -> Optional.of(Why.OTHER);
    };
  }

  private static Optional<Why> whyButton(String type) {
    return switch (type) {
      case "QUICK_REPLY", "PHONE_NUMBER", "URL", "COPY_CODE" -> Optional.empty();
      case "OTP" -> Optional.of(Why.SIGN_IN);
      case "FLOW" -> Optional.of(Why.FLOW);
      case "CATALOG", "MPM", "SPM" -> Optional.of(Why.PRODUCTS);
      default -> Optional.of(Why.OTHER);
    };
  }

  private static Category category(String name) {
    return switch (name) {
      case "UTILITY" -> Category.UTILITY;
      case "MARKETING" -> Category.MARKETING;
      default -> Category.OTHER;
    };
  }

  private static Head head(JsonNode header) {
    return switch (header.path("format").asString("")) {
      case "IMAGE" -> file(Head.Medium.PICTURE, Enclosure.Kind.PICTURE);
      case "VIDEO" -> file(Head.Medium.VIDEO, Enclosure.Kind.VIDEO);
      case "DOCUMENT" -> document();
      default -> new Head.Words(header.path("text").asString(""));
    };
  }

  private static Head.File file(Head.Medium medium, Enclosure.Kind kind) {
    var taken = enclosure(kind);
    return new Head.File(medium, taken.mediaTypes(), taken.longest());
  }

  /// Other documents than PDFs stand in messages, but not in heads.
  private static Head.File document() {
    return new Head.File(
        Head.Medium.DOCUMENT,
        Set.of("application/pdf"),
        enclosure(Enclosure.Kind.DOCUMENT).longest());
  }

  private static Enclosure enclosure(Enclosure.Kind kind) {
    return WhatsAppSender.CAPABILITIES.enclosures().stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Button button(JsonNode button) {
    var title = button.path("text").asString("");
    return switch (button.path("type").asString("")) {
      case "URL" -> new Button.Link(title, button.path("url").asString(""));
      case "COPY_CODE" -> new Button.Code(title.isEmpty() ? "Code" : title);
      default -> new Button.Plain(title);
    };
  }

  private static Stream<JsonNode> buttons(List<JsonNode> components) {
    return components.stream().flatMap(one -> one.path("buttons").valueStream());
  }

  /// Missing: a node without anything.
  private static JsonNode component(List<JsonNode> components, String type) {
    return components.stream()
        .filter(one -> one.path("type").asString("").equals(type))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }
}
