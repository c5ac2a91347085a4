package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveFeed;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.OpenSockets;
import io.direktdraht.conversation.live.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One open stream: every activity once, in order, with its place as watermark.
final class Stream implements Viewer, OpenSockets.Client {
  final Address address;
  private final LiveSocket socket;
  private final Activities activities;
  private final LiveFeed feed;

  Stream(Address address, LiveSocket socket, Reception reception) {
    this.address = address;
    this.socket = socket;
    this.activities = reception.activities;
    this.feed =
        new LiveFeed(
            reception.transcript.log, (recorded, now) -> show(new Transcript.Shown(recorded, now)));
  }

  @Override
  public LiveSocket socket() {
    return socket;
  }

  @Override
  public @Nullable ConversationId conversation() {
    return feed.conversation();
  }

  @Override
  public void begin(Conversation now, long after) {
    feed.begin(now, after);
  }

  @Override
  public void news(Conversation now, List<Recorded> recorded) {
    feed.news(now, recorded);
  }

  @Override
  public void typing(Author author, boolean active) {
    if (active) show(activities.typing(address, author));
  }

  void show(Transcript.Shown shown) {
    var watermark = Watermark.of(shown.conversation(), shown.recorded().seq());
    activities
        .of(address, shown)
        .ifPresent(activity -> socket.send(Activities.set(List.of(activity), watermark)));
  }

  /// Shows what has no place in the log; the client keeps its watermark.
  void show(Map<String, Object> activity) {
    socket.send(Activities.set(List.of(activity), null));
  }
}
