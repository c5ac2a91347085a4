package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.Languages;
import io.direktdraht.channel.access.StrictJson;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.log.Inbound;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a client posted, checked field by field. `from` is whom the token names, else whom the
/// client names.
record Activity(JsonNode said, String type, Pass.User from) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PAYLOAD = 500;
  private static final int LONGEST_ECHO = 16 * 1024;

  /// Ids that only tokens may give.
  private static final String RESERVED = "dl_";

  static final StrictJson JSON = new StrictJson(64);

  static Activity read(String body, Pass.@Nullable User user) throws Refused {
    JsonNode said;
    try {
      said = JSON.object(body);
    } catch (StrictJson.Broken broken) {
      throw Refused.bad(String.valueOf(broken.getMessage()));
    }
    var type = text(said, "type");
    if (type == null || type.isBlank()) throw Refused.bad("type is missing");
    var data = field(said, "channelData");
    if (data != null && !data.isObject()) throw Refused.bad("channelData must be an object");
    return new Activity(said, type, user == null ? claimed(said) : user);
  }

  /// Whoever a body names, e.g. in `user` of a call for a token; null for nobody.
  static Pass.@Nullable User user(@Nullable JsonNode named) throws Refused {
    if (named == null || named.isNull()) return null;
    if (!named.isObject()) throw Refused.bad("a user or sender must be an object");
    var id = text(named, "id");
    if (id == null || id.isBlank()) return null;
    var name = text(named, "name");
    if (id.length() > LONGEST_NAME || (name != null && name.length() > LONGEST_NAME))
      throw Refused.bad("id and name have at most " + LONGEST_NAME + " characters");
    return new Pass.User(id, name);
  }

  private static Pass.User claimed(JsonNode said) throws Refused {
    var from = user(said.get("from"));
    if (from == null) throw Refused.bad("from.id is missing");
    if (from.id().startsWith(RESERVED))
      throw Refused.bad("ids that begin with " + RESERVED + " come with a token");
    return from;
  }

  boolean message() {
    return type.equals("message");
  }

  boolean typing() {
    return type.equals("typing");
  }

  boolean withAttachments() {
    var attachments = field(said, "attachments");
    return attachments != null && !(attachments.isArray() && attachments.isEmpty());
  }

  /// What the message says, with these files. A pressed button of ours has its payload in `value`.
  Content content(List<Attachment> files) throws Refused {
    var text = text(said, "text");
    var payload = payload();
    var echo = JSON.write(echo());
    if (echo.length() > LONGEST_ECHO)
      throw Refused.tooBig("channelData and value have at most " + LONGEST_ECHO + " characters");
    var words = text == null ? spoken(payload) : text;
    return new Content(words, payload, List.of(), files).echoing(echo);
  }

  private String spoken(@Nullable String payload) {
    if (payload != null) return payload;
    var value = field(said, "value");
    if (value == null) return "";
    return value.isString() ? value.stringValue() : JSON.write(value);
  }

  private @Nullable String payload() throws Refused {
    var value = field(said, "value");
    if (value == null) return null;
    var payload = value.isObject() ? value.get("payload") : value;
    if (payload == null || !payload.isString()) return null;
    if (value.isString() && !value.stringValue().startsWith("/")) return null; // not one of ours
    if (payload.stringValue().length() > LONGEST_PAYLOAD)
      throw Refused.bad("a payload has at most " + LONGEST_PAYLOAD + " characters");
    return payload.stringValue();
  }

  @Nullable String language() throws Refused {
    var locale = text(said, "locale");
    return locale == null ? null : Languages.of(locale);
  }

  /// What makes a repetition recognisable: the same sender's `channelData.clientActivityID`.
  String key(Address address) throws Refused {
    var id = clientId();
    var key =
        address.conversation()
            + ":"
            + (id == null ? UUID.randomUUID() : encoded(id) + ":" + encoded(from.id()));
    if (key.length() > Inbound.LONGEST_ID)
      throw Refused.bad("clientActivityID and from.id are too long");
    return key;
  }

  /// Older clients spell it `clientActivityId`.
  private @Nullable String clientId() throws Refused {
    var data = field(said, "channelData");
    if (data == null) return null;
    var id = text(data, "clientActivityID");
    return id == null ? text(data, "clientActivityId") : id;
  }

  /// What the client gets back word for word.
  Map<String, Object> echo() {
    var echo = new LinkedHashMap<String, Object>();
    var sender = new LinkedHashMap<String, Object>();
    sender.put("id", from.id());
    if (from.name() != null) sender.put("name", from.name());
    sender.put("role", "user");
    echo.put("from", sender);
    for (var field : List.of("locale", "value", "channelData")) {
      var value = field(said, field);
      if (value != null) echo.put(field, value);
    }
    return echo;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /// What a field says; null is as good as missing.
  private static @Nullable JsonNode field(JsonNode object, String name) {
    var value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static @Nullable String text(JsonNode object, String name) throws Refused {
    var value = field(object, name);
    if (value == null) return null;
    if (!value.isString()) throw Refused.bad(name + " must be a string");
    return value.stringValue();
  }
}
