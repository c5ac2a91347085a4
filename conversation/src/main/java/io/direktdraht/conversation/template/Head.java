package io.direktdraht.conversation.template;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.template.Template.Fault;
import java.util.Optional;
import java.util.Set;

/// What stands above the body of a template.
public sealed interface Head {
  /// With one variable at most; empty where there is nothing.
  record Words(String text) implements Head {}

  /// A file that is brought when the template is used, of one of these media types and of no more
  /// than `longest` bytes.
  record File(Medium medium, Set<String> mediaTypes, long longest) implements Head {
    public File {
      mediaTypes = Set.copyOf(mediaTypes);
    }

    Optional<Fault> fault(Attachment file) {
      if (!mediaTypes.contains(file.mediaType())) return Optional.of(Fault.KIND);
      return file.size() > longest ? Optional.of(Fault.BIG) : Optional.empty();
    }
  }

  /// What a file is to be.
  enum Medium {
    PICTURE,
    VIDEO,
    DOCUMENT
  }
}
