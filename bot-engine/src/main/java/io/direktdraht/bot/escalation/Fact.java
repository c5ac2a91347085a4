package io.direktdraht.bot.escalation;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a rule's condition may ask, by the name it has there. A name with dots is one name.
public enum Fact {
  HUMAN_WISH("human.wish", Kind.FLAG),
  EMOTION_ANGER("emotion.anger", Kind.NUMBER),
  EMOTION_FRUSTRATION("emotion.frustration", Kind.NUMBER),
  EMOTION_ANXIETY("emotion.anxiety", Kind.NUMBER),
  EMOTION_SADNESS("emotion.sadness", Kind.NUMBER),
  EMOTION_SARCASM("emotion.sarcasm", Kind.NUMBER),
  EMOTION_THREAT_LEGAL("emotion.threat_legal", Kind.NUMBER),
  EMOTION_SAFETY("emotion.safety", Kind.NUMBER),
  EMOTION_STRENGTH("emotion.strength", Kind.NUMBER),
  EMOTION_STRONG("emotion.strong", Kind.FLAG),
  MOOD("mood", Kind.NUMBER),
  TURN_FAILURES("turn.failures", Kind.COUNT),
  TURN_COUNT("turn.count", Kind.COUNT),
  INTENT("intent", Kind.TEXT),
  INTENT_PROBABILITY("intent.probability", Kind.NUMBER),
  INTENT_BEFORE("intent.before", Kind.TEXT),
  INTENT_ESCALATES("intent.escalates", Kind.FLAG),
  ENTITIES("entities", Kind.TEXTS),
  GRAVITY("gravity", Kind.TEXT, "none"),
  LANGUAGE("language", Kind.TEXT, "de"),
  CONTACT_TIER("contact.tier", Kind.TEXT),
  CONTACT_OPEN_COMPLAINTS("contact.openComplaints", Kind.COUNT),
  CONTACT_MESSAGES_LAST_24H("contact.messagesLast24h", Kind.COUNT),
  CONTACT_CONVERSATIONS_LAST_7D("contact.conversationsLast7d", Kind.COUNT),
  CONTACT_MATTERS("contact.matters", Kind.COUNTS),
  ORDER_VALUE("order.value", Kind.NUMBER),
  CHANNEL("channel", Kind.TEXT),
  HOURS_OPEN("hours.open", Kind.FLAG),
  QUEUE_LENGTH("queue.length", Kind.COUNT),
  MINUTES_SINCE_LAST_HUMAN("minutesSinceLastHuman", Kind.COUNT, "-1"),
  BOT_ERROR("bot.error", Kind.FLAG);

  private final String label;
  private final Kind kind;
  private final String unknown;

  private enum Kind {
    FLAG(SimpleType.BOOL, "false"),
    COUNT(SimpleType.INT, "0"),
    NUMBER(SimpleType.DOUBLE, "0"),
    TEXT(SimpleType.STRING, ""),
    /// Names and what was found under each.
    TEXTS(MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)), ""),
    /// Names and how often.
    COUNTS(MapType.create(SimpleType.STRING, SimpleType.INT), "");

    private final CelType type;
    private final String unknown;

    Kind(CelType type, String unknown) {
      this.type = type;
      this.unknown = unknown;
    }

    Object read(String value) {
      return switch (this) {
        case FLAG -> Boolean.valueOf(value);
        case COUNT -> Long.valueOf(value);
        case NUMBER -> Double.valueOf(value);
        case TEXT -> value;
        case TEXTS, COUNTS -> Map.of();
      };
    }
  }

  Fact(String label, Kind kind, String unknown) {
    this.label = label;
    this.kind = kind;
    this.unknown = unknown;
  }

  Fact(String label, Kind kind) {
    this(label, kind, kind.unknown);
  }

  public String label() {
    return label;
  }

  /// The value where nothing is known.
  public Object unknown() {
    return kind.read(unknown);
  }

  CelType type() {
    return kind.type;
  }

  static Optional<Fact> named(String label) {
    return Arrays.stream(values()).filter(fact -> fact.label.equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Fact::label).toList();
  }
}
