package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.template.Button;
import io.direktdraht.conversation.template.Head;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Template.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The templates of a business account, told in pages of two and checked as Meta does.
public final class FakeTemplates {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 2;
  private static final Map<Head.Medium, String> FORMATS =
      Map.of(
          Head.Medium.PICTURE,
          "IMAGE",
          Head.Medium.VIDEO,
          "VIDEO",
          Head.Medium.DOCUMENT,
          "DOCUMENT");
  private final List<JsonNode> all = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Reaction outage = new Reaction.Takes();
  private volatile boolean windowOpen = true;

  public FakePlatform on(FakePlatform platform) {
    return platform.answering(this::answer).refusing(this::refusal);
  }

  public void have(Template... templates) {
    all.clear();
    for (var template : templates) have(json(template, "APPROVED"));
  }

  /// As Meta writes it.
  void have(String template) {
    all.add(JSON.readTree(template));
  }

  /// From now on it says this to who asks; {@link Reaction.Takes}: all is well again.
  public void says(Reaction instead) {
    outage = instead;
  }

  /// The addresses that were asked for.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public void closeWindow() {
    windowOpen = false;
  }

  public void openWindow() {
    windowOpen = true;
  }

  static String json(Template template, String status) {
    var components = new ArrayList<Map<String, Object>>();
    switch (template.head()) {
      case Head.Words(var text) when text.isEmpty() -> {}
      case Head.Words(var text) ->
          components.add(Map.of("type", "HEADER", "format", "TEXT", "text", text));
      case Head.File file ->
          components.add(Map.of("type", "HEADER", "format", FORMATS.get(file.medium())));
    }
    components.add(Map.of("type", "BODY", "text", template.body()));
    if (!template.foot().isEmpty())
      components.add(Map.of("type", "FOOTER", "text", template.foot()));
    if (!template.buttons().isEmpty())
      components.add(
          Map.of(
              "type",
              "BUTTONS",
              "buttons",
              template.buttons().stream().map(FakeTemplates::json).toList()));
    return JSON.writeValueAsString(
        Map.of(
            "name",
            template.name(),
            "language",
            template.language(),
            "status",
            status,
            "category",
            template.category().name(),
            "components",
            components,
            "id",
            "1"));
  }

  private static Map<String, Object> json(Button button) {
    return switch (button) {
      case Button.Plain(var title) -> Map.of("type", "QUICK_REPLY", "text", title);
      case Button.Link(var title, var url) -> Map.of("type", "URL", "text", title, "url", url);
      case Button.Code(var title) ->
          Map.of("type", "COPY_CODE", "text", title, "example", List.of("25OFF"));
    };
  }

  private Optional<Reaction> answer(String url) {
    if (url.endsWith("/subscribed_apps"))
      return Optional.of(
          new Reaction.Says(200, "{\"data\":[{\"whatsapp_business_api_data\":{}}]}"));
    if (!url.contains("/message_templates")) return Optional.empty();
    asked.add(url);
    if (!(outage instanceof Reaction.Takes)) return Optional.of(outage);
    int first = url.contains("after=") ? Integer.parseInt(url.replaceAll(".*after=", "")) : 0;
    int end = Math.min(first + PAGE, all.size());
    var paging =
        end < all.size()
            ? "{\"cursors\":{\"before\":\"x\",\"after\":\"%d\"},\"next\":\"http://evil.example/\"}"
                .formatted(end)
            : "{\"cursors\":{\"before\":\"x\",\"after\":\"last\"}}";
    var data = all.subList(first, end).stream().map(JsonNode::toString);
    return Optional.of(
        new Reaction.Says(
            200,
            "{\"data\":[%s],\"paging\":%s}"
                .formatted(data.collect(Collectors.joining(",")), paging)));
  }

  private Optional<Reaction> refusal(JsonNode call) {
    if (!call.path("type").asString("").equals("template"))
      return windowOpen ? Optional.empty() : Optional.of(WhatsAppDialect.error(400, 131047));
    var named = call.path("template").path("name").asString();
    var language = call.at("/template/language/code").asString();
    var template =
        all.stream()
            .filter(one ->
                one.path("name").asString().equals(named)
                    && one.path("language").asString().equals(language))
            .findFirst();
    if (template.isEmpty()) return Optional.of(WhatsAppDialect.error(404, 132001));
    return wanted(template.get()).equals(given(call))
        ? Optional.empty()
        : Optional.of(WhatsAppDialect.error(400, 132000));
  }

  /// What has to be given, by its place: `header 1`, `header image`, `body 1`, `button url 0`.
  private static List<String> wanted(JsonNode template) {
    var wanted = new ArrayList<String>();
    for (var one : template.path("components")) {
      var type = one.path("type").asString().toLowerCase(Locale.ROOT);
      var format = one.path("format").asString("TEXT");
      if (!format.equals("TEXT")) wanted.add(type + " " + format.toLowerCase(Locale.ROOT));
      for (var name : variables(one.path("text").asString(""))) wanted.add(type + " " + name);
      int place = 0;
      for (var button : one.path("buttons")) {
        if (button.path("url").asString("").contains("{{")) wanted.add("button url " + place);
        if (button.path("type").asString().equals("COPY_CODE"))
          wanted.add("button copy_code " + place);
        place++;
      }
    }
    return wanted;
  }

  private static List<String> variables(String text) {
    return new Template("", "", Category.OTHER, new Head.Words(""), text, "", List.of())
        .variables();
  }

  /// Without a name a parameter has its number.
  private static List<String> given(JsonNode call) {
    var given = new ArrayList<String>();
    for (var one : call.at("/template/components")) {
      var type = one.path("type").asString();
      int place = 0;
      for (var parameter : one.path("parameters"))
        given.add(
            type.equals("button")
                ? "button " + one.path("sub_type").asString() + " " + one.path("index").asString()
                : type + " " + named(parameter, ++place));
    }
    return given;
  }

  private static String named(JsonNode parameter, int place) {
    var type = parameter.path("type").asString();
    return type.equals("text") ? parameter.path("parameter_name").asString("" + place) : type;
  }

  /// The name, and what a call gives, in its order.
  static String shown(JsonNode call) {
    return call.path("template").path("name").asString()
        + call.at("/template/components")
            .valueStream()
            .flatMap(one -> one.path("parameters").valueStream())
            .map(one ->
                one.path("text")
                    .asString(one.path("coupon_code").asString(one.at("/image/link").asString(""))))
            .toList();
  }
}
