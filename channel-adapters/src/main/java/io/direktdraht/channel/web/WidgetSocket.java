package io.direktdraht.channel.web;

import io.direktdraht.channel.access.SessionWire;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.OpenSockets;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// The widget's socket: the first frame says who it is, every later one is checked against that.
final class WidgetSocket extends AbstractWebSocketHandler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WidgetSocket.class);
  private static final int LONGEST_QUEUE = 2_000;
  private static final int BAD_FRAMES = 20;
  private static final int FRAMES_A_SECOND = 100; // of any kind; a person makes a few
  private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
  private final Reception reception;
  private final Hub hub;
  private final OpenSockets<Client> clients;

  WidgetSocket(Reception reception, Hub hub) {
    this.reception = reception;
    this.hub = hub;
    this.clients = new OpenSockets<>(reception.frames::bye);
  }

  /// Tells everybody when to come back.
  @Override
  public void close() {
    clients.close();
  }

  /// One connection, before and after its hello.
  private static final class Client implements OpenSockets.Client {
    final LiveSocket socket;
    volatile @Nullable Visit visit;
    int bad;
    private long second = System.nanoTime();
    private int frames;

    Client(LiveSocket socket) {
      this.socket = socket;
    }

    /// Frames of one connection come one after the other.
    boolean floods() {
      long now = System.nanoTime();
      if (now - second >= 1_000_000_000L) {
        second = now;
        frames = 0;
      }
      return ++frames > FRAMES_A_SECOND;
    }

    @Override
    public LiveSocket socket() {
      return socket;
    }
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    session.setTextMessageSizeLimit(32 * 1024);
    var client = new Client(new LiveSocket(new SessionWire(session), LONGEST_QUEUE));
    clients.add(session.getId(), client);
    Thread.ofVirtual().name("hello").start(() -> expectHello(client));
  }

  private static void expectHello(Client client) {
    try {
      Thread.sleep(HELLO_WITHIN);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (client.visit == null) client.socket.close(LiveSocket.POLICY, "no hello");
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    var client = clients.get(session.getId());
    if (client == null) return;
    client.socket.heard();
    if (client.floods()) {
      client.socket.close(LiveSocket.POLICY, "too many frames");
      return;
    }
    try {
      handle(client, reception.reader.read(message.getPayload()));
    } catch (ClientFrame.Bad bad) {
      refuse(client, Refusal.of(Refusal.Code.BAD_FRAME, String.valueOf(bad.getMessage())));
    } catch (Reception.Refused refused) {
      refuse(client, refused.why);
    } catch (RuntimeException failed) {
      LOG.warn("a frame could not be handled", failed);
      refuse(client, Refusal.of(Refusal.Code.UNAVAILABLE, "please try again in a moment"));
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    var client = clients.get(session.getId());
    if (client != null) client.socket.close(LiveSocket.BAD_DATA, "text frames only");
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var client = clients.remove(session.getId());
    if (client == null) return;
    client.socket.close(LiveSocket.GOING_AWAY, "closed");
    var visit = client.visit;
    if (visit != null) hub.leave(visit);
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable lost) throws IOException {
    LOG.debug("a widget's connection broke: {}", lost.toString());
  }

  private void handle(Client client, ClientFrame frame) throws Reception.Refused {
    var visit = client.visit;
    switch (frame) {
      case ClientFrame.Ping() -> client.socket.send(reception.frames.plain("pong"));
      case ClientFrame.Pong() -> {}
      case ClientFrame.Hello hello when visit == null -> client.visit = welcome(client, hello);
      case ClientFrame.Hello _ ->
          throw new Reception.Refused(Refusal.of(Refusal.Code.BAD_FRAME, "hello was said already"));
      case ClientFrame.Message _, ClientFrame.Typing _, ClientFrame.Seen _, ClientFrame.Resume _
          when visit == null ->
          throw new Reception.Refused(
              Refusal.of(Refusal.Code.HELLO_FIRST, "the first frame must be hello"));
      case ClientFrame.Message message -> receive(visit, message);
      case ClientFrame.Typing(boolean active) -> {
        var conversation = visit.conversation();
        if (conversation != null) reception.typing(conversation, active);
      }
      case ClientFrame.Seen seen -> {
        var conversation = visit.conversation();
        if (conversation != null) reception.seen(conversation, seen);
      }
      case ClientFrame.Resume resume -> resume(visit, resume);
    }
  }

  private Visit welcome(Client client, ClientFrame.Hello hello) throws Reception.Refused {
    var guest = reception.admit(hello);
    client.socket.send(reception.welcome(guest));
    var visit = new Visit(reception, client.socket, guest);
    hub.enter(visit);
    var latest = guest.latest();
    try {
      if (latest != null)
        hub.follow(
            visit, latest, Reception.lastSeen(hello.conversation(), hello.lastSeq(), latest));
    } catch (RuntimeException failed) {
      hub.leave(visit); // nobody else knows of it yet
      throw failed;
    }
    return visit;
  }

  private void receive(Visit visit, ClientFrame.Message message) throws Reception.Refused {
    var admission = reception.receive(visit.visitor, message, visit.language);
    var conversation = admission.conversation();
    visit.socket.send(reception.frames.ack(message.id(), conversation.id(), admission.seq()));
    hub.joinAll(visit.visitor, conversation);
  }

  private void resume(Visit visit, ClientFrame.Resume resume) {
    reception
        .latest(visit.visitor)
        .ifPresent(latest ->
            hub.follow(
                visit,
                latest,
                Reception.lastSeen(resume.conversation(), resume.lastSeq(), latest)));
  }

  private void refuse(Client client, Refusal why) {
    switch (why.code()) {
      case BAD_TOKEN, HELLO_FIRST ->
          client.socket.finish(reception.frames.error(why), LiveSocket.POLICY, why.code().text());
      case BAD_FRAME -> {
        client.bad++;
        if (client.bad >= BAD_FRAMES)
          client.socket.finish(reception.frames.error(why), LiveSocket.POLICY, "bad frames");
        else client.socket.send(reception.frames.error(why));
      }
      case TEXT_EMPTY,
          TEXT_TOO_LONG,
          FILE_UNKNOWN,
          FILE_EMPTY,
          FILE_TOO_BIG,
          FILE_KIND,
          FILE_LIMIT,
          CODE_WRONG,
          TOO_FAST,
          UNAVAILABLE ->
          client.socket.send(reception.frames.error(why));
    }
  }
}
