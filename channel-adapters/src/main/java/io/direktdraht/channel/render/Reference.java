package io.direktdraht.channel.render;

import io.direktdraht.conversation.ConversationId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A place in the log with an index, as text of at most 64 bytes that a platform carries for us and
/// gives back: the index counts choices, or the parts that follow.
public record Reference(ConversationId conversation, long seq, int index) {
  private static final Pattern TEXT =
      Pattern.compile("dd:([A-Za-z0-9_-]{22}):(\\d{1,18}):(\\d{1,6})");

  public String text() {
    var id = conversation.value();
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return "dd:%s:%d:%d"
        .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), seq, index);
  }

  /// Empty when the text is none of ours.
  public static Optional<Reference> of(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(matcher.group(1)));
    var id = new ConversationId(new UUID(bytes.getLong(), bytes.getLong()));
    return Optional.of(
        new Reference(id, Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))));
  }
}
