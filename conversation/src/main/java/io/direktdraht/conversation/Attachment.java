package io.direktdraht.conversation;

import io.direktdraht.conversation.attachment.FileName;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// A file that belongs to a message; its bytes are kept apart. `mediaType` was told from the bytes,
/// `size` counts them.
public record Attachment(Id id, String name, String mediaType, long size) {
  /// What every browser draws and none runs.
  private static final Set<String> DRAWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  /// A random name for the bytes that says nothing about them.
  public record Id(UUID value) {
    public static Id next(Instant now) {
      return new Id(Uuid7.at(now));
    }

    /// Throws {@link IllegalArgumentException} when the text is no UUID.
    public static Id of(String text) {
      return new Id(UUID.fromString(text));
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  public Attachment {
    name = FileName.cleaned(name);
  }

  /// Something to listen to, e.g. what somebody said instead of writing.
  public boolean sound() {
    return mediaType.startsWith("audio/");
  }

  /// Whether a screen may draw it.
  public boolean picture() {
    return DRAWN.contains(mediaType);
  }
}
