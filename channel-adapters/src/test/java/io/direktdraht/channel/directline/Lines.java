package io.direktdraht.channel.directline;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.channel.access.Sessions;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two Direct Lines over memory ports, and clients that call them.
final class Lines implements AutoCloseable {
  static final String SECRET = "a secret of thirty-two characters";
  static final String OTHER_SECRET = "another secret of many characters";
  static final String SHOP = "https://shop.example";
  static final Line.Id LINE = new Line.Id("directline");
  private static final JsonMapper JSON = new JsonMapper();
  volatile Instant now = NINE;
  final LocalSignals signals = new LocalSignals();
  final MemoryLog log =
      new MemoryLog(
          io.direktdraht.conversation.Lines.of(settings(LINE, SECRET).asLine()),
          Logs.RULES,
          signals);
  final Attachments attachments = new MemoryAttachments(log);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final DirectLineChannel channel;
  private final MockMvc http;
  private final AtomicInteger ids = new AtomicInteger();

  Lines() {
    FileLinks links = file -> "https://chat.example/files/" + file.id();
    var ports = new DirectLinePorts(log, log, log, Files.attaching(attachments), links, signals);
    var lines = List.of(settings(LINE, SECRET), settings(new Line.Id("other"), OTHER_SECRET));
    channel = new DirectLineChannel(ports, new Seal(new byte[32]), () -> now, meters);
    for (var line : lines) channel.connector(line).open();
    http = MockMvcBuilders.standaloneSetup(channel.controllers().toArray()).build();
  }

  static DirectLineSettings settings(Line.Id line, String secret) {
    return new DirectLineSettings(line, secret, List.of(SHOP), "Lina", null, 200, 100, 30);
  }

  @Override
  public void close() {
    channel.close();
  }

  /// An answer with what its body says; a missing node for no body.
  record Answer(int status, JsonNode body, @Nullable String retryAfter) {
    String text(String field) {
      return body.get(field).stringValue();
    }

    String code() {
      return body.at("/error/code").stringValue();
    }
  }

  Answer call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    var response = http.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return new Answer(
        response.getStatus(),
        JSON.readTree(response.getContentAsString()),
        response.getHeader("Retry-After"));
  }

  Answer post(@Nullable String bearer, String path, String body) throws Exception {
    var request = MockMvcRequestBuilders.post("/v3/directline" + path).content(body);
    if (bearer != null) request.header("Authorization", "Bearer " + bearer);
    return call(request);
  }

  Answer get(@Nullable String bearer, String path) throws Exception {
    var request = MockMvcRequestBuilders.get("/v3/directline" + path);
    if (bearer != null) request.header("Authorization", "Bearer " + bearer);
    return call(request);
  }

  /// A client with a token of its own.
  Client client(String body) throws Exception {
    var answer = post(SECRET, "/tokens/generate", body);
    if (answer.status() != 200) throw new AssertionError(answer);
    return new Client(answer.text("token"), answer.text("conversationId"));
  }

  final class Client {
    final String token;
    final String id;

    Client(String token, String id) {
      this.token = token;
      this.id = id;
    }

    String path(String rest) {
      return "/conversations/" + id + rest;
    }

    Answer posts(String activity) throws Exception {
      return post(token, path("/activities"), activity);
    }

    /// Says something, with this client's id for it.
    Answer says(String text, String clientId) throws Exception {
      return posts(
          """
          {"type":"message","from":{"id":"u1","name":"Eva"},"text":"%s","locale":"de-DE",
           "channelData":{"clientActivityID":"%s","clientTimestamp":"2026-11-23T09:00:00Z","own":{"a":[1,null]}}}\
          """
              .formatted(text, clientId));
    }

    Answer reads(String watermark) throws Exception {
      return get(token, path("/activities?watermark=" + watermark));
    }

    String streamUrl() throws Exception {
      return post(token, "/conversations", "{}").text("streamUrl");
    }

    Conversation seen() {
      return log.latest(LINE, id).orElseThrow();
    }

    void append(ConversationEvent... events) {
      log.append(new Append(seen().id(), new Append.Condition.Always(), List.of(events)));
    }
  }

  /// The handshake's status, 101 when the stream is open in `session`.
  int handshake(String url, @Nullable String origin, Sessions session) {
    var uri = URI.create(url);
    var request = new MockHttpServletRequest("GET", uri.getRawPath());
    request.setQueryString(uri.getRawQuery());
    request.addHeader("Host", uri.getRawAuthority());
    if (origin != null) request.addHeader("Origin", origin);
    var response = new MockHttpServletResponse();
    try (var answer = new ServletServerHttpResponse(response)) {
      boolean fine =
          channel
              .door()
              .beforeHandshake(
                  new ServletServerHttpRequest(request),
                  answer,
                  channel.socket(),
                  session.getAttributes());
      session.hungUp = () -> hangUp(session); // who is sent away goes
      if (fine) channel.socket().afterConnectionEstablished(session);
      return fine ? 101 : response.getStatus();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  Sessions stream(String url) {
    var session = new Sessions("s" + ids.incrementAndGet());
    int status = handshake(url, SHOP, session);
    if (status != 101) throw new AssertionError(status);
    return session;
  }

  void hangUp(Sessions session) {
    try {
      channel.socket().afterConnectionClosed(session, CloseStatus.NORMAL);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  static List<JsonNode> activities(Sessions session) {
    return session.frames().stream().map(frame -> frame.at("/activities/0")).toList();
  }
}
