package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import org.junit.jupiter.api.Test;

/// What every driver of the opt-outs promises.
public interface OptOutsContract {
  OptOuts optOuts();

  @Test
  default void holdsUntilTheySayOtherwise() {
    var who = new Contact.Point(PUSHED, fresh());
    assertThat(optOuts().out(who)).isFalse();
    optOuts().change(who, false, NINE);
    optOuts().change(who, true, NINE);
    optOuts().change(who, true, NINE.plusSeconds(1));
    assertThat(optOuts().out(who)).isTrue();
    assertThat(optOuts().out(new Contact.Point(WEB, who.externalId()))).isFalse();
    optOuts().change(who, false, NINE.plusSeconds(2));
    assertThat(optOuts().out(who)).isFalse();
  }
}
