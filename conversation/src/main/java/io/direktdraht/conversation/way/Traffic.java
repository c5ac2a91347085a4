package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.template.Templates;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How lines carry answers at the moment.
public interface Traffic {
  Flow on(Line.Id line);

  /// `window`: how long after the contact's last message on the line a person's answer surely
  /// leaves in time, null for ever. `paused`: the line sends nothing until its credentials are
  /// mended; what is written waits. `templates`: whether it takes those, also after its window.
  record Flow(@Nullable Duration window, boolean paused, Templates.Readiness templates) {
    public static final Flow FREE = new Flow(null, false);

    public Flow(@Nullable Duration window, boolean paused) {
      this(window, paused, Templates.Readiness.NONE);
    }
  }
}
