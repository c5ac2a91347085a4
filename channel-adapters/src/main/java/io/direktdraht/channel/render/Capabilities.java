package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a platform can show. `menus` in order of preference; without one that fits, choices become
/// a numbered list in the text. `window` is how long after the contact's last message it takes
/// answers, null for ever.
public record Capabilities(Limit text, List<Menu> menus, @Nullable Duration window) {
  public Capabilities {
    menus = List.copyOf(menus);
  }

  Optional<Menu> menu(List<Choice> choices) {
    return menus.stream().filter(menu -> menu.shows(choices)).findFirst();
  }

  /// Whether these choices are shown as numbers to type.
  public boolean numbers(List<Choice> choices) {
    return !choices.isEmpty() && menu(choices).isEmpty();
  }
}
