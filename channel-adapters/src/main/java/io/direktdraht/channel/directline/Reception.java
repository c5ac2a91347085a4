package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.Allowance;
import io.direktdraht.channel.access.Origins;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.live.ContactLog;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.Viewers;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.signal.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What somebody may do in the Direct Line conversation that is theirs.
final class Reception {
  final Transcript transcript;
  final Activities activities;
  final Viewers<Address, Stream> viewers;
  private final Map<Line.Id, Open> lines = new ConcurrentHashMap<>();
  private final DirectLinePorts ports;
  private final InstantSource clock;

  /// A line and what its conversations may still say.
  private record Open(DirectLineSettings settings, Allowance<Address> allowance) {}

  Reception(DirectLinePorts ports, InstantSource clock) {
    this.ports = ports;
    this.clock = clock;
    this.transcript = new Transcript(new ContactLog(ports.log()), ports.conversations());
    this.activities = new Activities(this::line, ports.links());
    this.viewers = new Viewers<>(ports.signals());
  }

  /// Throws {@link IllegalStateException} when a line of this name is open.
  void open(DirectLineSettings line) {
    var allowance = new Allowance<Address>(number(line.perMinute()), number(line.burst()));
    if (lines.putIfAbsent(line.line(), new Open(line, allowance)) != null)
      throw new IllegalStateException(line.line() + " is open already");
  }

  /// Whoever listens there hears the end.
  void close(Line.Id line) {
    lines.remove(line);
    viewers.each(stream -> {
      if (stream.address.line().equals(line))
        stream.socket().close(LiveSocket.GOING_AWAY, "the line is closed");
    });
  }

  /// A file as the client sent it.
  record Brought(String name, InputStream bytes) {}

  @Nullable DirectLineSettings line(Line.Id id) {
    var open = lines.get(id);
    return open == null ? null : open.settings;
  }

  /// Those that are open now.
  List<DirectLineSettings> lines() {
    return lines.values().stream().map(Open::settings).toList();
  }

  /// It may have closed since its caller was let in.
  private Open open(Address address) throws Refused {
    var open = lines.get(address.line());
    if (open == null) throw Refused.closed();
    return open;
  }

  /// Whether a page may speak for this line and with this pass; no origin is no page. `named` are
  /// the pages of the pass, empty for any.
  static boolean welcome(
      DirectLineSettings line, List<String> named, @Nullable String origin, @Nullable String host) {
    if (origin == null) return true;
    var allowed = Objects.requireNonNullElse(line.origins(), List.<String>of());
    return new Origins(allowed).allow(origin, host)
        && (named.isEmpty() || new Origins(named).allow(origin, host));
  }

  boolean begun(Address address) {
    return ports.conversations().latest(address.line(), address.conversation()).isPresent();
  }

  /// Takes one activity; the answer is its id. A message is on disk then, others are only shown.
  String post(Address address, Activity activity) throws Refused {
    if (activity.withAttachments())
      throw Refused.bad("attachments are not taken here: bring files by /upload");
    hurry(address);
    return activity.message() ? receive(address, activity, List.of()) : show(address, activity);
  }

  /// Takes a message with its files.
  String upload(Address address, Activity activity, List<Brought> files)
      throws Refused, IOException {
    if (!activity.message()) throw Refused.bad("files come with an activity of type message");
    if (files.size() > ports.attaching().limits().most())
      throw Refused.bad("a message has at most " + ports.attaching().limits().most() + " files");
    check(address, activity);
    hurry(address);
    var kept = new ArrayList<Attachment>();
    for (var file : files) kept.add(keep(address, file));
    return receive(address, activity, kept);
  }

  private String receive(Address address, Activity activity, List<Attachment> files)
      throws Refused {
    check(address, activity);
    var content = activity.content(files);
    if (content.invisible() && content.payload() == null) throw Refused.bad("the message is empty");
    var inbound =
        new Inbound(
            address.line(),
            address.conversation(),
            activity.key(address),
            content,
            activity.language(),
            clock.instant());
    try {
      var admission = ports.intake().receive(inbound);
      viewers.joinAll(address, admission.conversation());
      var place = Watermark.of(admission.conversation(), admission.seq());
      return Activities.id(address, place);
    } catch (LogUnavailable outage) {
      throw Refused.unavailable();
    }
  }

  private String show(Address address, Activity activity) {
    var now = clock.instant();
    var id = address.conversation() + "|live-" + java.util.UUID.randomUUID();
    if (activity.typing())
      ports
          .conversations()
          .latest(address.line(), address.conversation())
          .map(Conversation::id)
          .ifPresent(
              seen -> ports.signals().publish(new Signal.Typing(seen, new Author.Contact(), true)));
    else {
      var echo = Activities.echo(address, id, activity, now);
      viewers.eachAt(address, stream -> stream.show(echo));
    }
    return id;
  }

  private void check(Address address, Activity activity) throws Refused {
    var settings = open(address).settings;
    var text = activity.content(List.of()).text();
    if (text.codePointCount(0, text.length()) > number(settings.longestText()))
      throw Refused.tooBig("a message has at most " + settings.longestText() + " characters");
    activity.key(address);
  }

  private void hurry(Address address) throws Refused {
    var wait = open(address).allowance.take(address, System.nanoTime());
    if (wait.isPresent()) throw Refused.tooFast(Math.ceilDiv(wait.get().toMillis(), 1000));
  }

  private Attachment keep(Address address, Brought file) throws Refused, IOException {
    Attaching.Result result;
    try {
      result = ports.attaching().take(file.bytes(), file.name(), address.owner());
    } catch (LogUnavailable outage) {
      throw Refused.unavailable();
    }
    return switch (result) {
      case Attaching.Result.Taken(var kept) -> kept;
      case Attaching.Result.TooBig(long longest) ->
          throw Refused.tooBig("a file has at most " + longest + " bytes");
      case Attaching.Result.TooManyPixels(long most) ->
          throw Refused.tooBig("a picture has at most " + most + " points");
      case Attaching.Result.Empty() -> throw Refused.bad("the file is empty");
      case Attaching.Result.OtherKind() ->
          throw new Refused(
              415, "UnsupportedMediaType", "only pictures, PDF, text and sound are taken");
      case Attaching.Result.TooMuch() ->
          throw new Refused(429, "TooManyRequests", "enough files for today");
    };
  }

  private static int number(@Nullable Integer setting) {
    return Objects.requireNonNull(setting);
  }
}
