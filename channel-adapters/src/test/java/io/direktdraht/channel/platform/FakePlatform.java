package io.direktdraht.channel.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform on this machine. It answers calls by a script, accepts everything once the script is
/// over, and remembers what it accepted, whether it said so or not.
public final class FakePlatform implements ResponseDefinitionTransformerV2, AutoCloseable {
  private static final Duration HANGS = Duration.ofSeconds(60);
  private final JsonMapper json = new JsonMapper();
  private final BiFunction<JsonNode, Integer, String> acceptance;
  private final Queue<Reaction> script = new ArrayDeque<>();
  private final Queue<Reaction> answers = new ArrayDeque<>();
  private final List<JsonNode> called = new ArrayList<>();
  private final List<JsonNode> accepted = new ArrayList<>();
  private final AtomicReference<Consumer<JsonNode>> early = new AtomicReference<>(_ -> {});
  private final Set<String> keys = new HashSet<>();
  private final WireMockServer server;
  private volatile Recognition recognition = new Recognition("", 200);

  /// What it says to who asks what it has taken; empty: it cannot be asked.
  private volatile Function<List<JsonNode>, String> listing = _ -> "";

  /// By which header it knows a repetition, and what it then says; without a header it knows none.
  private record Recognition(String header, int status) {}

  /// What became of a message that it took.
  private record Taking(int number, boolean repeated) {}

  /// What it does with a call.
  public sealed interface Reaction {
    /// Says something else than yes.
    record Says(int status, String body, String retryAfter) implements Reaction {
      public Says(int status, String body) {
        this(status, body, "");
      }
    }

    /// Takes the message and never says so.
    record TakesAndHangs() implements Reaction {}

    record TakesAndBreaks(Fault fault) implements Reaction {}

    record Breaks(Fault fault) implements Reaction {}

    record Takes() implements Reaction {}
  }

  /// `acceptance`: what it says to its n-th message.
  public FakePlatform(BiFunction<JsonNode, Integer, String> acceptance) {
    this.acceptance = acceptance;
    this.server =
        new WireMockServer(wireMockConfig().dynamicPort().extensions(this).containerThreads(20));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok()));
  }

  public URI url() {
    return URI.create(server.baseUrl());
  }

  /// From now on it takes what carries the same header only once.
  public FakePlatform recognising(String header, int status) {
    recognition = new Recognition(header, status);
    return this;
  }

  /// From now on it tells what it has taken.
  public FakePlatform listing(Function<List<JsonNode>, String> what) {
    listing = what;
    return this;
  }

  public synchronized void next(Reaction... reactions) {
    script.addAll(List.of(reactions));
  }

  /// What it says to questions; then it lists what it has.
  public synchronized void whenAsked(Reaction... reactions) {
    answers.addAll(List.of(reactions));
  }

  /// Runs before it answers a message that it takes: a status may be faster than the answer.
  public void beforeAnswering(Consumer<JsonNode> what) {
    early.set(what);
  }

  public synchronized List<JsonNode> accepted() {
    return List.copyOf(accepted);
  }

  /// Every call, taken or not.
  public synchronized List<JsonNode> called() {
    return List.copyOf(called);
  }

  public String lastAuthorization() {
    return lastHeader("Authorization");
  }

  public String lastHeader(String name) {
    return server.getAllServeEvents().getFirst().getRequest().header(name).firstValue();
  }

  public byte[] lastBody() {
    return server.getAllServeEvents().getFirst().getRequest().getBody();
  }

  public String lastPath() {
    return server.getAllServeEvents().getFirst().getRequest().getUrl();
  }

  @Override
  public String getName() {
    return "platform";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    if (event.getRequest().getMethod().equals(RequestMethod.GET)) return answered();
    var call = read(event.getRequest());
    return switch (reaction(call)) {
      case Reaction.Takes _ -> {
        var taking = taken(call, event);
        var status = taking.repeated ? recognition.status : 200;
        yield jsonResponse(acceptance.apply(call, taking.number), status).build();
      }
      case Reaction.TakesAndHangs _ -> {
        taken(call, event);
        yield aResponse().withFixedDelay((int) HANGS.toMillis()).build();
      }
      case Reaction.TakesAndBreaks(var fault) -> {
        taken(call, event);
        yield aResponse().withFault(fault).build();
      }
      case Reaction.Breaks(var fault) -> aResponse().withFault(fault).build();
      case Reaction.Says says -> said(says);
    };
  }

  /// Whoever asks changes nothing here.
  private synchronized ResponseDefinition answered() {
    return answers.isEmpty()
        ? jsonResponse(listing.apply(accepted()), 200).build()
        : said((Reaction.Says) answers.remove());
  }

  /// The fields of a form are read as those of an object.
  private JsonNode read(Request request) {
    if (!request.containsHeader("Content-Type")
        || !request.header("Content-Type").firstValue().contains("form"))
      return json.readTree(request.getBody());
    var fields = json.createObjectNode();
    for (var pair : request.getBodyAsString().split("&", -1)) {
      var sides = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
          URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static ResponseDefinition said(Reaction.Says says) {
    var answer = aResponse().withStatus(says.status).withBody(says.body);
    var hinted =
        says.retryAfter.isEmpty() ? answer : answer.withHeader("Retry-After", says.retryAfter);
    return hinted.build();
  }

  private synchronized Reaction reaction(JsonNode call) {
    called.add(call);
    return script.isEmpty() ? new Reaction.Takes() : script.remove();
  }

  private Taking taken(JsonNode call, ServeEvent event) {
    Taking taking;
    synchronized (this) {
      var header = recognition.header;
      boolean repeated = !header.isEmpty() && !keys.add(event.getRequest().getHeader(header));
      if (!repeated) accepted.add(call);
      taking = new Taking(accepted.size(), repeated);
    }
    early.get().accept(call);
    return taking;
  }

  @Override
  public void close() {
    server.stop();
  }
}
