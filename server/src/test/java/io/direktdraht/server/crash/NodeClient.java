package io.direktdraht.server.crash;

import io.direktdraht.storage.history.Stored;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands a slim node; an empty answer says that it died.
final class NodeClient implements AutoCloseable {
  private final ChildJvm child;

  /// Where a message went.
  record Admitted(String conversation, boolean repeated) {}

  /// The stages in which a conversation is found, joined by `+`, and who has it.
  record State(String stages, String owner, int owed) {}

  private NodeClient(ChildJvm child) {
    this.child = child;
  }

  static NodeClient start(String databaseUrl, URI platform) {
    var child = ChildJvm.start(SlimNode.class, List.of(databaseUrl, platform.toString()));
    var first = child.hear();
    if (!first.equals(Optional.of("ready")))
      throw new AssertionError("no start: " + first + "\n" + child.complaints());
    return new NodeClient(child);
  }

  void arm(String point) {
    alive("arm", point);
  }

  void present(String agent) {
    alive("present", agent);
  }

  /// Their console is closed.
  void absent(String agent) {
    alive("absent", agent);
  }

  void later(Duration time) {
    alive("later", time.toString());
  }

  Optional<Admitted> receive(String line, String sender, String key, String text) {
    return call("receive", line, sender, key, text)
        .map(words -> new Admitted(words[0], Boolean.parseBoolean(words[1])));
  }

  /// What became of an agent's command: the name of its Done.
  Optional<String> work(String command, String conversation, String agent, String... more) {
    var words = Stream.concat(Stream.of(command, conversation, agent), Stream.of(more));
    return call(words.toArray(String[]::new)).map(answer -> answer[0]);
  }

  List<Stored> read(String conversation) {
    return Stream.of(alive("read", conversation)).map(SlimNode::stored).toList();
  }

  State state(String conversation) {
    var words = alive("state", conversation);
    return new State(words[0], words[1], Integer.parseInt(words[2]));
  }

  /// Waits until it has ended itself.
  void awaitDeath() {
    child.awaitEnd();
  }

  @Override
  public void close() {
    child.close();
  }

  private String[] alive(String... words) {
    return call(words)
        .orElseThrow(() -> new AssertionError(words[0] + ": it died: " + child.complaints()));
  }

  private Optional<String[]> call(String... words) {
    child.say(String.join("\t", words));
    var answer = child.hear().map(line -> line.split("\t", -1));
    if (answer.isPresent() && answer.get()[0].equals("failed"))
      throw new AssertionError(String.join(" ", answer.get()) + "\n" + child.complaints());
    return answer;
  }
}
