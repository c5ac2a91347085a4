package io.direktdraht.storage.redis;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signal.Presence.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One envelope: `{"node":"…","posts":[{"kind":"committed",…},…]}`. What a newer version writes and
/// this one does not know is left out: nodes are updated one after the other.
final class PostJson {
  private static final JsonMapper JSON = new JsonMapper();

  private PostJson() {}

  /// Who wrote what.
  record Envelope(String node, List<Post> posts) {
    Envelope {
      posts = List.copyOf(posts);
    }
  }

  static String write(Envelope envelope) {
    var root = JSON.createObjectNode().put("node", envelope.node());
    var posts = root.putArray("posts");
    envelope.posts().forEach(post -> write(post, posts));
    return root.toString();
  }

  /// Empty for what no node of ours writes.
  static Optional<Envelope> read(String text) {
    try {
      var root = JSON.readTree(text);
      var posts = new ArrayList<Post>();
      root.path("posts").forEach(post -> known(post).ifPresent(posts::add));
      var node = root.path("node").asString("");
      return node.isEmpty() ? Optional.empty() : Optional.of(new Envelope(node, posts));
    } catch (JacksonException garbage) {
      return Optional.empty();
    }
  }

  private static void write(Post post, ArrayNode posts) {
    var json = posts.addObject();
    switch (post) {
      case Post.Committed(var conversation, long after) ->
          json.put("kind", "committed")
              .put("conversation", conversation.toString())
              .put("after", after);
      case Post.Plain(var signal) -> write(signal, json);
    }
  }

  private static void write(Signal signal, ObjectNode json) {
    switch (signal) {
      case Signal.Typing(var conversation, var author, boolean active) -> {
        json.put("kind", "typing")
            .put("conversation", conversation.toString())
            .put("author", author.kind())
            .put("active", active);
        if (author instanceof Author.Agent(var id, var name))
          json.put("agent", id.toString()).put("name", name);
      }
      case Signal.CursorMoved(var conversation, var side, var cursor) ->
          json.put("kind", "cursor")
              .put("conversation", conversation.toString())
              .put("side", side.name())
              .put("delivered", cursor.delivered())
              .put("read", cursor.read());
      case Signal.Presence(var agent, var state) ->
          json.put("kind", "presence")
              .put("agent", agent.toString())
              .put("available", state == State.AVAILABLE)
              .put("here", state != State.GONE);
      case Signal.DeskChanged() -> json.put("kind", "desk");
      case Signal.Committed _, Signal.FromAfar _ ->
          throw new IllegalArgumentException("not told as it is");
    }
  }

  private static Optional<Post> known(JsonNode json) {
    try {
      return post(json);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Post> post(JsonNode json) {
    return switch (json.path("kind").asString("")) {
      case "committed" ->
          Optional.of(new Post.Committed(conversation(json), json.path("after").asLong(0)));
      case "typing" ->
          plain(
              new Signal.Typing(
                  conversation(json), author(json), json.path("active").asBoolean(false)));
      case "cursor" ->
          plain(
              new Signal.CursorMoved(
                  conversation(json), Side.valueOf(json.path("side").asString("")), cursor(json)));
      case "presence" -> plain(new Signal.Presence(agent(json), state(json)));
      case "desk" -> plain(new Signal.DeskChanged());
      default -> Optional.empty();
    };
  }

  private static Optional<Post> plain(Signal signal) {
    return Optional.of(new Post.Plain(signal));
  }

  private static ConversationId conversation(JsonNode json) {
    return ConversationId.of(json.path("conversation").asString(""));
  }

  /// Older nodes do not say whether somebody who takes nothing is here.
  private static State state(JsonNode json) {
    if (json.path("available").asBoolean(false)) return State.AVAILABLE;
    return json.path("here").asBoolean(true) ? State.AWAY : State.GONE;
  }

  private static AgentId agent(JsonNode json) {
    return new AgentId(json.path("agent").asString(""));
  }

  private static Cursors.Cursor cursor(JsonNode json) {
    return new Cursors.Cursor(json.path("delivered").asLong(0), json.path("read").asLong(0));
  }

  private static Author author(JsonNode json) {
    return switch (json.path("author").asString("")) {
      case "contact" -> new Author.Contact();
      case "bot" -> new Author.Bot();
      case "agent" -> new Author.Agent(agent(json), json.path("name").asString(""));
      case "system" -> new Author.System();
      default -> throw new IllegalArgumentException("no author");
    };
  }
}
