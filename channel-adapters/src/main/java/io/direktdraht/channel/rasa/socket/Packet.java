package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.StrictJson;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a client sends in Socket.IO protocol 5, inside a message of Engine.IO.
sealed interface Packet {
  record Connect(String namespace) implements Packet {}

  record Disconnect() implements Packet {}

  /// `ack` is the number under which the client wants it confirmed; `data` is missing or anything.
  record Event(@Nullable String ack, String name, JsonNode data) implements Packet {}

  Pattern FORM = Pattern.compile("(\\d)(?:(/[^,]*),)?(\\d{1,9})?(.*)", Pattern.DOTALL);

  static Packet read(StrictJson json, String text) throws StrictJson.Broken {
    var form = FORM.matcher(text);
    if (!form.matches()) throw new StrictJson.Broken("not a packet");
    var namespace = form.group(2) == null ? "/" : form.group(2).split("\\?", 2)[0];
    return switch (form.group(1)) {
      case "0" -> new Connect(namespace);
      case "1" -> new Disconnect();
      case "2" -> event(form.group(3), json.any(form.group(4)));
      default -> throw new StrictJson.Broken("a packet of this kind is not taken");
    };
  }

  private static Packet event(@Nullable String ack, JsonNode said) throws StrictJson.Broken {
    if (!said.isArray() || said.isEmpty() || !said.get(0).isString())
      throw new StrictJson.Broken("an event is a list that begins with its name");
    return new Event(ack, said.get(0).stringValue(), said.path(1));
  }
}
