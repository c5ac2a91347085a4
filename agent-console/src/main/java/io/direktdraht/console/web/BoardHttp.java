package io.direktdraht.console.web;

import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.view.Boards;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The board for consoles whose network lets no socket through. Whoever asks for it is there.
@RestController
final class BoardHttp {
  private final Boards boards;
  private final Presence presence;

  BoardHttp(Boards boards, Presence presence) {
    this.boards = boards;
    this.presence = presence;
  }

  @GetMapping("/api/board")
  Map<String, @Nullable Object> board(SignedIn me) {
    presence.seen(me.account().id());
    return boards.of(List.of(me.account())).values().iterator().next();
  }
}
