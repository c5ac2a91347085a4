package io.direktdraht.server.crash;

import io.direktdraht.conversation.Line;
import io.direktdraht.storage.history.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
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

  /// Once for all tests of this process.
  private static final class Trained {
    static final Start START = Start.trained(SlimNode.class, arguments());

    private static List<String> arguments() {
      try {
        var folder = Files.createTempDirectory("training");
        return List.of("jdbc:h2:file:" + folder.resolve("db"), "http://127.0.0.1:1", "PT0S");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private NodeClient(ChildJvm child) {
    this.child = child;
  }

  /// `ahead`: how much later it is there.
  static NodeClient start(String databaseUrl, URI platform, Duration ahead) {
    var arguments = List.of(databaseUrl, platform.toString(), ahead.toString());
    var child = ChildJvm.start(Trained.START, SlimNode.class, arguments);
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

  /// A platform calls; the status that it hears.
  Optional<Integer> post(Line line, String webhook) {
    var body = Base64.getEncoder().encodeToString(webhook.getBytes(StandardCharsets.UTF_8));
    return call("post", line.id().value(), body).map(words -> Integer.parseInt(words[0]));
  }

  /// How many calls of a platform wait to be understood.
  int unread(Line line) {
    return Integer.parseInt(alive("unread", line.id().value())[0]);
  }

  /// The contact's latest conversation, or empty.
  String latest(Line line, String sender) {
    return alive("latest", line.id().value(), sender)[0];
  }

  /// The hashes of the files that the contact sent.
  List<String> files(String conversation) {
    return Stream.of(alive("files", conversation)).filter(hash -> !hash.isEmpty()).toList();
  }

  /// Forgets the files that no message refers to; how many that were.
  int orphans() {
    return Integer.parseInt(alive("orphans")[0]);
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
