package io.direktdraht.channel.render;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a platform can show. `menus` in order of preference; without one that fits, choices become
/// a numbered list in the text. `enclosures` in order of preference; without one that fits, a file
/// is a link in the text. `window` is how long after the contact's last message it takes answers,
/// null for ever; `agentWindow` how long it takes those of people.
public record Capabilities(
    Limit text,
    List<Menu> menus,
    List<Enclosure> enclosures,
    @Nullable Duration window,
    @Nullable Duration agentWindow) {
  public Capabilities {
    menus = List.copyOf(menus);
    enclosures = List.copyOf(enclosures);
  }

  /// Without files, and the same window for all.
  public Capabilities(Limit text, List<Menu> menus, @Nullable Duration window) {
    this(text, menus, List.of(), window, window);
  }

  public Capabilities enclosing(Enclosure... kinds) {
    return new Capabilities(text, menus, List.of(kinds), window, agentWindow);
  }

  /// `longer`: the window of people.
  public Capabilities forAgents(Duration longer) {
    return new Capabilities(text, menus, enclosures, window, longer);
  }

  /// How long it takes what this author says; null for ever.
  public @Nullable Duration window(Author author) {
    return author instanceof Author.Agent ? agentWindow : window;
  }

  /// How it takes this file itself; empty: it does not.
  public Optional<Enclosure.Kind> enclosure(Attachment file) {
    return enclosures.stream().filter(one -> one.takes(file)).map(Enclosure::kind).findFirst();
  }

  Optional<Menu> menu(List<Choice> choices) {
    return menus.stream().filter(menu -> menu.shows(choices)).findFirst();
  }

  /// Whether these choices are shown as numbers to type.
  public boolean numbers(List<Choice> choices) {
    return !choices.isEmpty() && menu(choices).isEmpty();
  }
}
