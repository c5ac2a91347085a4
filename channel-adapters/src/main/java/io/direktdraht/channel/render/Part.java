package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call's worth of a message: text, and the choices below it, in the way `menu` says; without
/// choices it is null. Where the text is a link to a file, `file` says so.
public record Part(
    String text, Menu.@Nullable Kind menu, List<Choice> choices, @Nullable Link file) {
  /// A file, and where it is to be had.
  public record Link(String name, String mediaType, String url) {}

  public Part {
    choices = List.copyOf(choices);
  }

  public Part(String text, Menu.@Nullable Kind menu, List<Choice> choices) {
    this(text, menu, choices, null);
  }

  static Part text(String text) {
    return new Part(text, null, List.of());
  }

  static Part link(Link file) {
    return new Part(file.name + "\n" + file.url, null, List.of(), file);
  }

  Part with(Menu.Kind shown, List<Choice> below) {
    return new Part(text, shown, below, file);
  }
}
