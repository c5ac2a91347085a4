package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.template.Templates;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address to which answers can go, on a line of this kind of channel. `heard` is when the
/// contact last wrote on the line, null for never; `window` how long it takes answers after that,
/// null for ever; `templates` whether the line takes those.
public record Way(
    Contact.Point point,
    String channel,
    @Nullable Instant heard,
    @Nullable Duration window,
    State state,
    Templates.Readiness templates) {
  public sealed interface State {
    /// Takes answers: until then, or for ever when null.
    record Open(@Nullable Instant until) implements State {}

    /// Took answers until `since`, null when the contact has never written there.
    record Closed(@Nullable Instant since) implements State {}

    /// The contact has blocked us there.
    record Blocked() implements State {}

    /// Somebody answers the contact in the platform's own inbox: it takes nothing from us until the
    /// contact is taken back.
    record Elsewhere() implements State {}

    /// Takes answers, and sends them once its credentials are mended.
    record Paused() implements State {}
  }

  public boolean takesAnswers() {
    return switch (state) {
      case State.Open _, State.Paused() -> true;
      case State.Closed _, State.Blocked(), State.Elsewhere() -> false;
    };
  }

  /// What is sent as a template is taken after the window too.
  public boolean takes(Content content) {
    return content.filled() == null ? takesAnswers() : takesTemplates();
  }

  private boolean takesTemplates() {
    return templates == Templates.Readiness.READY && !(state instanceof State.Blocked);
  }

  static State state(Heard heard, Traffic.Flow flow, Instant now) {
    if (heard.blocked()) return new State.Blocked();
    var window = flow.window();
    Instant end = null;
    if (window != null) {
      var at = heard.at();
      if (at == null) return new State.Closed(null);
      end = at.plus(window);
      if (!end.isAfter(now)) return new State.Closed(end);
    }
    if (heard.elsewhere()) return new State.Elsewhere();
    return flow.paused() ? new State.Paused() : new State.Open(end);
  }
}
