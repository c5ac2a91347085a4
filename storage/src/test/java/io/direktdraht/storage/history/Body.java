package io.direktdraht.storage.history;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A message that can be recognised wherever it turns up: `run:conversation:number:uuid`.
public record Body(String run, String conversation, int number, UUID id) {
  private static final Pattern SHAPE =
      Pattern.compile("([\\w-]+):([\\w-]+):(\\d+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /// Thirteen digits and more, whatever hyphens are between.
  private static final Pattern CARD = Pattern.compile("\\d(?:-?\\d){12}");

  /// Its digits are never those of a card, which would be masked on the way.
  public static Body next(String run, String conversation, int number) {
    var id = UUID.randomUUID();
    while (CARD.matcher(id.toString()).find()) id = UUID.randomUUID();
    return new Body(run, conversation, number, id);
  }

  /// The body within a text, which may say more.
  public static Optional<Body> in(String text) {
    var found = SHAPE.matcher(text);
    return found.find()
        ? Optional.of(
            new Body(
                found.group(1),
                found.group(2),
                Integer.parseInt(found.group(3)),
                UUID.fromString(found.group(4))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return run + ":" + conversation + ":" + number + ":" + id;
  }
}
