package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.Hook.Unreadable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Fields of `application/x-www-form-urlencoded`, by name.
record Form(Map<String, List<String>> fields) {

  static Form of(String text) {
    var fields = new TreeMap<String, List<String>>();
    for (var pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        fields.merge(
            decoded(pair.substring(0, equals)),
            List.of(decoded(pair.substring(equals + 1))),
            (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }
    return new Form(fields);
  }

  Optional<String> field(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// What Twilio signs after the address: every field in the order of names, each value once.
  String signed() {
    var text = new StringBuilder();
    fields.forEach(
        (name, values) -> new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
    return text.toString();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new Unreadable("no form");
    }
  }
}
