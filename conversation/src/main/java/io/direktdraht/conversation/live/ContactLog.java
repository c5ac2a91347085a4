package io.direktdraht.conversation.live;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.ConversationLog;
import java.util.ArrayList;
import java.util.List;

/// The log as its contact may see it.
public final class ContactLog {
  private static final int PAGE = 500;
  private final ConversationLog log;

  public ContactLog(ConversationLog log) {
    this.log = log;
  }

  /// Everything after a place, in order.
  public List<Recorded> after(ConversationId conversation, long place) {
    var shown = new ArrayList<Recorded>();
    var page = log.read(conversation, place, PAGE);
    while (!page.isEmpty()) {
      page.stream().filter(one -> Audience.CONTACT.sees(one.event())).forEach(shown::add);
      page = page.size() < PAGE ? List.of() : log.read(conversation, page.getLast().seq(), PAGE);
    }
    return shown;
  }
}
