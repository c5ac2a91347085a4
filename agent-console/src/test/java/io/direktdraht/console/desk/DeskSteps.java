package io.direktdraht.console.desk;

import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;

/// What the pump does, at a moment of the test's choosing.
public final class DeskSteps {
  private DeskSteps() {}

  public static void sweep(Desk desk, OwedWork owed) {
    desk.reload();
    for (var id : owed.conversations(Owed.Kind.DESK, 1000)) desk.tell(id);
    desk.watch();
    desk.dispatch();
  }
}
