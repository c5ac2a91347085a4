package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call's worth of a message: text, and the choices below it, in the way `menu` says; without
/// choices it is null.
public record Part(String text, Menu.@Nullable Kind menu, List<Choice> choices) {
  public Part {
    choices = List.copyOf(choices);
  }

  static Part text(String text) {
    return new Part(text, null, List.of());
  }
}
