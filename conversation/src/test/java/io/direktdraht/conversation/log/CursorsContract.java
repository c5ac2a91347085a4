package io.direktdraht.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every driver of the cursors promises.
public interface CursorsContract {
  Cursors cursors();

  @Test
  default void beginsAtNothing() {
    assertThat(cursors().of(ConversationId.next(Logs.NINE), Side.CONTACT)).isEqualTo(Cursor.NONE);
  }

  @Test
  default void neverGoesDown() {
    var id = ConversationId.next(Logs.NINE);
    cursors().advance(id, Side.CONTACT, new Cursor(7, 5));
    cursors().advance(id, Side.CONTACT, new Cursor(6, 6));
    assertThat(cursors().of(id, Side.CONTACT)).isEqualTo(new Cursor(7, 6));
    assertThat(cursors().of(id, Side.TEAM)).isEqualTo(Cursor.NONE);
  }

  @Test
  default void tellsThoseOfManyTogether() {
    var first = ConversationId.next(Logs.NINE);
    var second = ConversationId.next(Logs.NINE);
    var unread = ConversationId.next(Logs.NINE);
    cursors().advance(first, Side.TEAM, new Cursor(7, 5));
    cursors().advance(second, Side.TEAM, new Cursor(3, 3));
    cursors().advance(second, Side.CONTACT, new Cursor(9, 9));
    assertThat(cursors().of(List.of(first, second, unread), Side.TEAM))
        .containsOnly(
            Map.entry(first, new Cursor(7, 5)),
            Map.entry(second, new Cursor(3, 3)),
            Map.entry(unread, Cursor.NONE));
    assertThat(cursors().of(List.of(), Side.TEAM)).isEmpty();
  }

  @Test
  default void endsAtTheHighestOfManyAtTheSameTime() {
    var id = ConversationId.next(Logs.NINE);
    LogContract.together(20, i -> cursors().advance(id, Side.TEAM, new Cursor(i, i)));
    assertThat(cursors().of(id, Side.TEAM)).isEqualTo(new Cursor(19, 19));
  }
}
