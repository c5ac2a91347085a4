package io.direktdraht.channel.render;

import io.direktdraht.conversation.Attachment;
import java.util.Set;

/// One way in which a platform takes a file itself, by its address: of which media types, and up to
/// how many bytes.
public record Enclosure(Kind kind, Set<String> mediaTypes, long longest) {
  private static final long MEGABYTE = 1_000_000;

  /// What the platform calls it.
  public enum Kind {
    PICTURE,
    VIDEO,
    AUDIO,
    DOCUMENT
  }

  public Enclosure {
    mediaTypes = Set.copyOf(mediaTypes);
  }

  /// `megabytes` as platforms count them: of a million bytes, to be on the safe side.
  public static Enclosure of(Kind kind, int megabytes, String... mediaTypes) {
    return new Enclosure(kind, Set.of(mediaTypes), megabytes * MEGABYTE);
  }

  boolean takes(Attachment file) {
    return mediaTypes.contains(file.mediaType()) && file.size() <= longest;
  }
}
