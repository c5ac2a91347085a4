package io.direktdraht.channel.platform;

import org.jspecify.annotations.Nullable;

/// What came with a message and is no words. `detail`: a file's name, a place, or null. `file`:
/// what the platform calls the file, for its {@link io.direktdraht.channel.platform.media.Shelf};
/// null: there is none to fetch.
public record Thing(Kind kind, @Nullable String detail, @Nullable String file) {
  /// What people call it; the words are in the properties of the door.
  public enum Kind {
    PHOTO,
    VIDEO,
    VOICE,
    AUDIO,
    FILE,
    STICKER,
    PLACE,
    CONTACT,
    ORDER,
    OTHER
  }

  /// Something without a file.
  public static Thing of(Kind kind, @Nullable String detail) {
    return new Thing(kind, detail, null);
  }

  /// The kind that a media type names, e.g. `image/png`.
  public static Kind kind(String mediaType) {
    return switch (mediaType.split("/", 2)[0]) {
      case "image" -> Kind.PHOTO;
      case "video" -> Kind.VIDEO;
      case "audio" -> Kind.AUDIO;
      default -> Kind.FILE;
    };
  }
}
