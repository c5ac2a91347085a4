package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content.Choice;
import java.util.List;

/// One way in which a platform shows choices: how many, how long a title and a payload, and how
/// long the text above them.
public record Menu(Kind kind, int most, Limit title, Limit payload, Limit text) {
  public enum Kind {
    BUTTONS,
    /// Rows that open at a touch.
    LIST
  }

  boolean shows(List<Choice> choices) {
    return choices.size() <= most
        && choices.stream().allMatch(c -> !c.title().isBlank() && title.fits(c.title()))
        && choices.stream().map(Choice::title).distinct().count() == choices.size();
  }
}
