package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content.Choice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody means who types instead of pressing: the title of a choice, or its number where
/// numbers were shown.
public final class Typed {
  private static final Pattern NUMBER = Pattern.compile("[(#]?(\\d{1,3})[.):]?");

  private Typed() {}

  public static Optional<Choice> choice(String typed, List<Choice> offered, boolean numbers) {
    var words = typed.strip();
    var titled =
        offered.stream().filter(c -> c.title().strip().equalsIgnoreCase(words)).findFirst();
    if (titled.isPresent() || !numbers) return titled;
    var matcher = NUMBER.matcher(words);
    if (!matcher.matches()) return Optional.empty();
    int number = Integer.parseInt(matcher.group(1));
    return number >= 1 && number <= offered.size()
        ? Optional.of(offered.get(number - 1))
        : Optional.empty();
  }
}
