package io.direktdraht.intents;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing a customer wants to get done: how people say it, and what the bot answers. `collect`
/// names what a person will need for it: entities, or {@link #PHOTO}.
public record Intent(
    String id,
    Map<Language, String> title,
    Map<Language, List<String>> examples,
    Map<Language, List<Answer>> answers,
    @Nullable Form form,
    @Nullable Escalate escalate,
    List<String> collect) {
  /// In `collect`: a picture would help.
  public static final String PHOTO = "photo";

  public Intent {
    title = Collections.unmodifiableMap(new EnumMap<>(title));
    examples = copy(examples);
    answers = copy(answers);
    collect = List.copyOf(collect);
  }

  public String title(Language language) {
    return title.getOrDefault(language, id);
  }

  public List<String> examples(Language language) {
    return examples.getOrDefault(language, List.of());
  }

  public List<Answer> answers(Language language) {
    return answers.getOrDefault(language, List.of());
  }

  private static <T> Map<Language, List<T>> copy(Map<Language, List<T>> lists) {
    var copy = new EnumMap<Language, List<T>>(Language.class);
    lists.forEach((language, list) -> copy.put(language, List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }
}
