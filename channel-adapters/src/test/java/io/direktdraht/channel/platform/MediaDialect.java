package io.direktdraht.channel.platform;

import java.net.URI;
import java.util.Optional;

/// A platform whose files are fetched.
public interface MediaDialect extends Dialect {
  /// A webhook in which a contact sent a picture, and words unless they are empty; the platform at
  /// `media` keeps it under `file`.
  String sent(int contact, int order, String file, String words, URI media);

  /// The file that the platform is asked for.
  default String file(URI asked) {
    var path = asked.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether a picture can come with words; else they are a message of their own.
  default boolean captions() {
    return true;
  }

  /// What the platform at `media` says to who asks where a file is; empty when it is asked for the
  /// file itself.
  default Optional<String> whereabouts(URI asked, URI media) {
    return Optional.empty();
  }
}
