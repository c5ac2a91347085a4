package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Content.Filled;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call's worth of a message: text, and the choices below it, in the way `menu` says; without
/// choices it is null. Where the text is a link to a file, `file` says so, and `enclosed` how the
/// platform takes the file itself instead of the text, or null. `filled`: the template as which the
/// text is sent, with the file in its head if there is one, or null.
public record Part(
    String text,
    Menu.@Nullable Kind menu,
    List<Choice> choices,
    @Nullable Link file,
    Enclosure.@Nullable Kind enclosed,
    @Nullable Filled filled) {
  /// A file, and where it is to be had.
  public record Link(String name, String mediaType, String url) {
    /// Whether a platform can fetch it: by https, from a host with a name in the world.
    boolean open() {
      var address = URI.create(url);
      return "https".equals(address.getScheme()) && host().matches(".*\\.[A-Za-z][A-Za-z0-9-]*");
    }

    public String host() {
      return String.valueOf(URI.create(url).getHost());
    }
  }

  /// A file that the platform takes itself.
  public record Enclosed(Enclosure.Kind kind, Link file) {}

  public Part {
    choices = List.copyOf(choices);
  }

  public Part(String text, Menu.@Nullable Kind menu, List<Choice> choices) {
    this(text, menu, choices, null, null, null);
  }

  public Part(
      String text,
      Menu.@Nullable Kind menu,
      List<Choice> choices,
      @Nullable Link file,
      Enclosure.@Nullable Kind enclosed) {
    this(text, menu, choices, file, enclosed, null);
  }

  static Part template(String text, Filled filled) {
    return new Part(text, null, List.of(), null, null, filled);
  }

  /// This file as the head of a template.
  Part above(String body, Filled template) {
    return new Part(body, null, List.of(), file, enclosed, template);
  }

  static Part text(String text) {
    return new Part(text, null, List.of());
  }

  static Part link(Link file) {
    return new Part(file.name + "\n" + file.url, null, List.of(), file, null);
  }

  /// The file itself, where the platform can have it.
  static Part file(Link file, Enclosure.Kind kind) {
    return file.open()
        ? new Part(file.name + "\n" + file.url, null, List.of(), file, kind)
        : link(file);
  }

  /// The file that is sent instead of the text, or null.
  public @Nullable Enclosed enclosure() {
    return file == null || enclosed == null ? null : new Enclosed(enclosed, file);
  }

  /// The same as a link in the text.
  public Part plain() {
    return new Part(text, menu, choices, file, null);
  }

  /// Choices stand below a text: a file above them is a link.
  Part with(Menu.Kind shown, List<Choice> below) {
    return new Part(text, shown, below, file, null);
  }
}
