package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Template.Category;
import java.util.ArrayList;
import java.util.List;
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
    if (!template.head().isEmpty())
      components.add(Map.of("type", "HEADER", "format", "TEXT", "text", template.head()));
    components.add(Map.of("type", "BODY", "text", template.body()));
    if (!template.foot().isEmpty())
      components.add(Map.of("type", "FOOTER", "text", template.foot()));
    if (!template.buttons().isEmpty()) {
      var buttons =
          template.buttons().stream().map(one -> Map.of("type", "QUICK_REPLY", "text", one));
      components.add(Map.of("type", "BUTTONS", "buttons", buttons.toList()));
    }
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
    return variables(template.get()).equals(given(call))
        ? Optional.empty()
        : Optional.of(WhatsAppDialect.error(400, 132000));
  }

  private static List<String> variables(JsonNode template) {
    var body =
        template
            .path("components")
            .valueStream()
            .filter(one -> one.path("type").asString().equals("BODY"))
            .findFirst()
            .orElseThrow()
            .path("text")
            .asString();
    return new Template("", "", Category.OTHER, "", body, "", List.of()).variables();
  }

  /// Without a name a parameter has its number.
  private static List<String> given(JsonNode call) {
    var parameters = call.at("/template/components/0/parameters").valueStream().toList();
    var names = new ArrayList<String>();
    for (var one : parameters)
      names.add(one.path("parameter_name").asString("" + (names.size() + 1)));
    return names;
  }

  /// The names and values that a call gives.
  static String shown(JsonNode call) {
    return call.path("template").path("name").asString()
        + call.at("/template/components/0/parameters")
            .valueStream()
            .map(one -> one.path("text").asString())
            .toList();
  }
}
