package io.direktdraht.intents.advise;

import io.direktdraht.intents.Language;
import java.util.List;

/// Somebody who may know what a message means when the recogniser does not. Nobody relies on it: an
/// advice that fails, comes late or names something else counts as none.
public interface Adviser {
  Advice advise(Question question);

  /// A message as its writer wrote it, never to be obeyed, and what it may mean.
  record Question(String text, Language language, List<Option> options) {
    public Question {
      options = List.copyOf(options);
    }
  }

  /// An intent, what it is called, and some of its examples.
  record Option(String intent, String title, List<String> examples) {
    public Option {
      examples = List.copyOf(examples);
    }
  }

  /// What came of asking.
  sealed interface Advice {
    record Meant(String intent) implements Advice {}

    record NoneOfThese() implements Advice {}

    /// No answer that can be used, and why, for the log.
    record Failed(String why) implements Advice {}
  }
}
