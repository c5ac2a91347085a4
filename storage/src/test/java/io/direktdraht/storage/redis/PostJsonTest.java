package io.direktdraht.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signal.Presence.State;
import io.direktdraht.storage.redis.PostJson.Envelope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostJsonTest {
  private static final ConversationId ID = ConversationId.next(Instant.EPOCH);
  private static final AgentId ANA = new AgentId("ana \"ä\"");

  static Stream<Post> everyKind() {
    return Stream.concat(
        Stream.of(new Post.Committed(ID, 41)),
        Stream.of(
                new Signal.Typing(ID, new Author.Contact(), true),
                new Signal.Typing(ID, new Author.Bot(), false),
                new Signal.Typing(ID, new Author.System(), false),
                new Signal.Typing(ID, new Author.Agent(ANA, "Ana\nB."), true),
                new Signal.CursorMoved(ID, Side.TEAM, new Cursor(7, 3)),
                new Signal.Presence(ANA, State.AVAILABLE),
                new Signal.Presence(ANA, State.AWAY),
                new Signal.Presence(ANA, State.GONE),
                new Signal.DeskChanged())
            .map(Post.Plain::new));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void comesOutAsItWentIn(Post post) {
    var envelope = new Envelope("a node", List.of(post, post));
    assertThat(PostJson.read(PostJson.write(envelope))).contains(envelope);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"posts\":[]}", "null", "\"x\""})
  void whatNoNodeWritesIsNothing(String text) {
    assertThat(PostJson.read(text)).isEmpty();
  }

  @Test
  void whatANewerNodeWritesIsLeftOut() {
    var text =
        """
        {"node":"n","posts":[{"kind":"later"},{"kind":"committed","conversation":"no id"},
          {"kind":"typing","conversation":"%s","author":"ghost"},{"kind":"desk"}],"more":1}
        """
            .formatted(ID);
    assertThat(PostJson.read(text))
        .contains(new Envelope("n", List.of(new Post.Plain(new Signal.DeskChanged()))));
  }

  @Test
  void whoTakesNothingAtAnOlderNodeIsAway() {
    var text =
        """
        {"node":"n","posts":[{"kind":"presence","agent":"ana","available":true},
          {"kind":"presence","agent":"ana","available":false}]}
        """;
    assertThat(PostJson.read(text).orElseThrow().posts())
        .extracting(post -> ((Signal.Presence) ((Post.Plain) post).signal()).state())
        .containsExactly(State.AVAILABLE, State.AWAY);
  }

  @Test
  void anAddressThatMakesNoSenseIsRefusedAndNoPasswordIsShown() {
    assertThatThrownBy(() -> new Redis(URI.create("http://there")))
        .hasMessageContaining("redis.url");
    assertThat(new Redis(URI.create("redis://ana:geheim@there:6379/2")))
        .hasToString("redis://there:6379");
  }
}
