package io.direktdraht.conversation.template;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which templates a line has. May ask its platform, as long as that takes.
public interface Templates {
  Offer on(Line.Id line) throws InterruptedException;

  /// Whether a line takes templates at all.
  enum Readiness {
    /// Its platform knows no such thing.
    NONE,
    /// It would, if it were told where its templates are.
    UNSET,
    READY
  }

  /// What is known. An outage never looks like a line without templates.
  sealed interface Offer {
    /// The line takes none.
    record None() implements Offer {}

    /// The line lacks this setting.
    record Unset(String setting) implements Offer {}

    /// `unusable`: approved ones that cannot be sent from here. `at`: when the platform said so.
    /// `outage`: why it does not now, or null.
    record Known(List<Template> all, List<Unusable> unusable, Instant at, @Nullable String outage)
        implements Offer {
      public Known {
        all = List.copyOf(all);
        unusable = List.copyOf(unusable);
      }

      public Optional<Template> find(String name, String language) {
        return all.stream()
            .filter(one -> one.name().equals(name) && one.language().equals(language))
            .findFirst();
      }
    }

    /// The platform does not say, and has not said before.
    record Unknown(String why) implements Offer {}
  }
}
