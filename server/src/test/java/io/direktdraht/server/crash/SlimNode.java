package io.direktdraht.server.crash;

import io.direktdraht.channel.platform.Signature;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.storage.history.Stored;
import io.direktdraht.storage.jdbc.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process of its own: the rooms over one database, commanded line by line, to be killed.
public final class SlimNode {
  private static final Base64.Decoder DECODER = Base64.getDecoder();
  private final SlimRooms rooms;
  private final CrashPoints points;

  private SlimNode(SlimRooms rooms, CrashPoints points) {
    this.rooms = rooms;
    this.points = points;
  }

  /// Arguments: database URL, platform URL, how much later it is than elsewhere. Each line in is
  /// answered by one line out.
  public static void main(String[] arguments) throws IOException, SQLException {
    var answers = System.out;
    System.setOut(System.err); // what others print is no answer
    System.setProperty("logback.configurationFile", "logback-commands.xml");
    var points = new CrashPoints();
    CrashDriver.install(points);
    var address = new Database.Address(arguments[0]);
    var ahead = Duration.parse(arguments[2]);
    var rooms = new SlimRooms(address, URI.create(arguments[1]), ahead, points);
    var node = new SlimNode(rooms, points);
    answers.println("ready");
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = commands.readLine(); line != null; line = commands.readLine())
      answers.println(String.join("\t", node.answer(line.split("\t", -1))));
    Runtime.getRuntime().halt(0); // whoever commanded is gone
  }

  private List<String> answer(String[] words) {
    try {
      return switch (words[0]) {
        case "arm" -> {
          points.arm(words[1]);
          yield List.of("armed");
        }
        case "present" -> {
          rooms.presence.say(new AgentId(words[1]), true);
          yield List.of("present");
        }
        case "absent" -> {
          rooms.presence.left(new AgentId(words[1]));
          yield List.of("absent");
        }
        case "later" -> {
          rooms.later(Duration.parse(words[1]));
          yield List.of("later");
        }
        case "receive" -> receive(words);
        case "post" -> List.of("" + rooms.platforms.post(line(words), DECODER.decode(words[2])));
        case "unread" -> List.of("" + rooms.platforms.unread(line(words)));
        case "latest" ->
            List.of(
                rooms.log.latest(line(words).id(), words[2]).map(one -> one.id() + "").orElse(""));
        case "files" -> files(conversation(words));
        case "orphans" -> List.of("" + rooms.platforms.orphans());
        case "read" -> read(conversation(words));
        case "state" -> state(conversation(words));
        default -> List.of(work(words));
      };
    } catch (RuntimeException failed) {
      return List.of("failed", failed.toString().replaceAll("\\s+", " "));
    }
  }

  private List<String> receive(String[] words) {
    var inbound =
        new Inbound(
            new Line.Id(words[1]), words[2], words[3], Content.text(words[4]), "de", Instant.now());
    var admission = rooms.log.receive(inbound);
    return List.of(admission.conversation().id().toString(), "" + admission.repeated());
  }

  /// The hashes of the files that the contact sent.
  private List<String> files(ConversationId conversation) {
    return rooms.log.read(conversation, 0, 10_000).stream()
        .flatMap(recorded ->
            recorded.event() instanceof ConversationEvent.MessageReceived(var message, _)
                ? message.content().attachments().stream()
                : Stream.empty())
        .map(file -> Signature.hash(rooms.platforms.bytes(file)))
        .toList();
  }

  private static Line line(String[] words) {
    return Stream.of(SlimPlatforms.WHATSAPP, SlimPlatforms.CRM)
        .filter(line -> line.id().value().equals(words[1]))
        .findFirst()
        .orElseThrow();
  }

  private String work(String[] words) {
    var agent = rooms.agent(words[2]);
    var done =
        switch (words[0]) {
          case "claim" -> rooms.workplace.claim(conversation(words), agent);
          case "answer" -> rooms.workplace.answer(conversation(words), agent, words[4], words[3]);
          case "transfer" ->
              rooms.workplace.transfer(conversation(words), agent, new AgentId(words[3]), null);
          case "putBack" -> rooms.workplace.putBack(conversation(words), agent, null, null);
          case "giveBack" -> rooms.workplace.giveBack(conversation(words), agent, null);
          default -> throw new IllegalArgumentException(words[0]);
        };
    return done.getClass().getSimpleName();
  }

  private List<String> read(ConversationId conversation) {
    return rooms.log.read(conversation, 0, 10_000).stream()
        .map(recorded -> Stored.of(recorded, SlimRooms.LINES))
        .map(SlimNode::written)
        .toList();
  }

  static String written(Stored one) {
    var text = Base64.getEncoder().encodeToString(one.text().getBytes(StandardCharsets.UTF_8));
    return String.join(
        " ",
        "" + one.seq(),
        one.type().name(),
        "" + one.shown(),
        "" + one.about(),
        "" + one.carried(),
        text);
  }

  static Stored stored(String written) {
    var words = written.split(" ", -1);
    return new Stored(
        Long.parseLong(words[0]),
        Stored.Type.valueOf(words[1]),
        new String(Base64.getDecoder().decode(words[5]), StandardCharsets.UTF_8),
        Boolean.parseBoolean(words[2]),
        Long.parseLong(words[3]),
        Boolean.parseBoolean(words[4]));
  }

  /// Every stage in which the conversation is found, its owner, and how much is still owed.
  private List<String> state(ConversationId id) {
    var stages =
        Arrays.stream(Stage.Kind.values())
            .filter(kind ->
                rooms.log.inStage(kind, 10_000).stream().anyMatch(one -> one.id().equals(id)))
            .map(Stage.Kind::name)
            .collect(Collectors.joining("+"));
    var owner = rooms.log.find(id).orElseThrow().stage().owner();
    var owed = new ArrayList<Long>();
    for (var kind : Owed.Kind.values()) owed.addAll(rooms.log.places(kind, id));
    return List.of(stages, owner.map(AgentId::value).orElse("-"), "" + owed.size());
  }

  private static ConversationId conversation(String[] words) {
    return ConversationId.of(words[1]);
  }
}
