package io.direktdraht.server.phone;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The templates of the demo shop, as Meta would list them once they are approved.
final class PlayedTemplates {
  /// One of each kind: numbered variables, a named one, none, variables in the head and behind a
  /// button, a code, a file, and one that agents cannot send.
  private static final List<JsonNode> ALL =
      new JsonMapper()
          .readTree(
              """
              [{"name":"lieferung_dauert","category":"UTILITY","components":[
                {"type":"BODY","text":"Guten Tag {{1}}, Ihre Bestellung {{2}} kommt etwas später. \
              Passt das, oder sollen wir etwas anderes finden?"}]},
              {"name":"antwort_bereit","category":"UTILITY","components":[
                {"type":"BODY","text":"Hallo {{vorname}}, wir haben eine Antwort für Sie. Schreiben \
              Sie uns kurz, dann geht es hier weiter."}]},
              {"name":"neue_kollektion","category":"MARKETING","components":[
                {"type":"BODY","text":"Neue Möbel aus Eiche sind da. Antworten Sie mit „Katalog“, \
              dann schicken wir ihn."}]},
              {"name":"sendung_unterwegs","category":"UTILITY","components":[
                {"type":"HEADER","format":"TEXT","text":"Bestellung {{1}}"},
                {"type":"BODY","text":"Guten Tag {{1}}, Ihr Paket ist unterwegs."},
                {"type":"FOOTER","text":"Lindholm Möbel"},
                {"type":"BUTTONS","buttons":[
                  {"type":"URL","text":"Zur Sendung","url":"https://lindholm.example/sendung/{{1}}"},
                  {"type":"QUICK_REPLY","text":"Passt nicht"}]}]},
              {"name":"gutschein","category":"MARKETING","components":[
                {"type":"BODY","text":"Als Dank für Ihre Geduld: {{1}} Nachlass auf Ihren nächsten \
              Einkauf."},
                {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","text":"Code kopieren"}]}]},
              {"name":"foto_vom_ersatzteil","category":"UTILITY","components":[
                {"type":"HEADER","format":"IMAGE"},
                {"type":"BODY","text":"Ist es dieses Teil, {{1}}?"}]},
              {"name":"hier_abholen","category":"UTILITY","components":[
                {"type":"HEADER","format":"LOCATION"},
                {"type":"BODY","text":"Ihre Bestellung liegt bereit."}]}]
              """)
          .valueStream()
          .toList();

  private PlayedTemplates() {}

  static Map<String, Object> list() {
    return Map.of("data", ALL.stream().map(PlayedTemplates::listed).toList());
  }

  private static Map<String, Object> listed(JsonNode one) {
    return Map.of(
        "name",
        one.path("name").asString(""),
        "language",
        "de",
        "status",
        "APPROVED",
        "category",
        one.path("category").asString(""),
        "components",
        one.path("components"));
  }

  /// What the phone shows of a message that is sent as a template.
  static String shown(JsonNode template) {
    var parts = new ArrayList<String>();
    ALL.stream()
        .filter(one -> one.path("name").asString("").equals(template.path("name").asString("")))
        .flatMap(one -> one.path("components").valueStream())
        .forEach(part -> show(part, template, parts));
    return String.join("\n\n", parts);
  }

  private static void show(JsonNode part, JsonNode template, List<String> shown) {
    var type = part.path("type").asString("");
    if (!type.equals("BUTTONS")) {
      var text = filled(part.path("text").asString(""), given(template, type.toLowerCase(ROOT)));
      if (!text.isEmpty()) shown.add(text);
      return;
    }
    int place = 0;
    for (var button : part.path("buttons")) {
      var given = button(template, place++);
      var title = "[" + button.path("text").asString("") + "]";
      shown.add((title + " " + behind(button, given)).strip());
    }
  }

  private static String behind(JsonNode button, JsonNode given) {
    var code = given.path(0).path("coupon_code").asString("");
    return code.isEmpty() ? filled(button.path("url").asString(""), given) : code;
  }

  private static String filled(String text, JsonNode given) {
    var filled = text;
    int place = 0;
    for (var value : given) {
      var name = value.path("parameter_name").asString("" + ++place);
      filled = filled.replace("{{" + name + "}}", value.path("text").asString(""));
    }
    return filled;
  }

  private static JsonNode given(JsonNode template, String type) {
    return parameters(template, one -> one.path("type").asString("").equals(type));
  }

  private static JsonNode button(JsonNode template, int place) {
    return parameters(template, one -> one.path("index").asString("").equals("" + place));
  }

  private static JsonNode parameters(JsonNode template, Predicate<JsonNode> wanted) {
    return template
        .path("components")
        .valueStream()
        .filter(wanted)
        .map(one -> one.path("parameters"))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }
}
