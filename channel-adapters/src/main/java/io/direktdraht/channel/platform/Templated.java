package io.direktdraht.channel.platform;

import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Unusable;
import java.util.List;
import java.util.Optional;

/// A sender whose platform has templates: it sends a part that is filled in as one, also when the
/// window is closed.
public interface Templated extends Sender {
  /// The setting without which the platform cannot be asked for its templates; empty: it can.
  Optional<String> lacks();

  /// Asks for those that are approved.
  Told templates() throws InterruptedException;

  /// What the platform said.
  sealed interface Told {
    /// `unusable`: approved ones that cannot be sent from here.
    record All(List<Template> templates, List<Unusable> unusable) implements Told {
      public All {
        templates = List.copyOf(templates);
        unusable = List.copyOf(unusable);
      }
    }

    /// Not which there are, but why not.
    record Nothing(String why) implements Told {}
  }
}
