package io.direktdraht.channel.whatsapp;

import static io.direktdraht.conversation.template.Template.BUTTON;
import static io.direktdraht.conversation.template.Template.CODE;
import static io.direktdraht.conversation.template.Template.HEAD;

import io.direktdraht.channel.render.Part;
import io.direktdraht.conversation.Content.Filled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A filled-in template as `POST …/messages` takes it: what is given to head, body and buttons.
final class WhatsAppFilled {
  private WhatsAppFilled() {}

  /// `file`: what stands in the head, or null.
  static Map<String, Object> template(Filled filled, Part.@Nullable Enclosed file) {
    var template = new LinkedHashMap<String, Object>();
    template.put("name", filled.template());
    template.put("language", Map.of("code", filled.language()));
    var components = components(filled.values(), file);
    if (!components.isEmpty()) template.put("components", components);
    return template;
  }

  private static List<Map<String, Object>> components(
      List<Filled.Value> values, Part.@Nullable Enclosed file) {
    var head = new ArrayList<Map<String, Object>>();
    var body = new ArrayList<Map<String, Object>>();
    var buttons = new ArrayList<Map<String, Object>>();
    if (file != null) head.add(media(file));
    for (var value : values) {
      var variable = value.variable();
      if (variable.startsWith(HEAD))
        head.add(text(variable.substring(HEAD.length()), value.text()));
      else if (variable.startsWith(BUTTON))
        buttons.add(button("url", variable.substring(BUTTON.length()), text("0", value.text())));
      else if (variable.startsWith(CODE))
        buttons.add(button("copy_code", variable.substring(CODE.length()), code(value.text())));
      else body.add(text(variable, value.text()));
    }
    var all = new ArrayList<Map<String, Object>>();
    if (!head.isEmpty()) all.add(Map.of("type", "header", "parameters", head));
    if (!body.isEmpty()) all.add(Map.of("type", "body", "parameters", body));
    all.addAll(buttons);
    return all;
  }

  private static Map<String, Object> media(Part.Enclosed file) {
    var type = WhatsAppSender.type(file.kind());
    return Map.of("type", type, type, WhatsAppSender.media(file));
  }

  /// Where variables are numbered, their order names them.
  private static Map<String, Object> text(String name, String text) {
    var parameter = new LinkedHashMap<String, Object>(Map.of("type", "text", "text", text));
    if (!WhatsAppSender.number(name)) parameter.put("parameter_name", name);
    return parameter;
  }

  private static Map<String, Object> code(String code) {
    return Map.of("type", "coupon_code", "coupon_code", code);
  }

  private static Map<String, Object> button(
      String kind, String place, Map<String, Object> parameter) {
    return Map.of(
        "type", "button", "sub_type", kind, "index", place, "parameters", List.of(parameter));
  }
}
