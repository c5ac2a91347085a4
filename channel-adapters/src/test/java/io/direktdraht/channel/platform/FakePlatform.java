package io.direktdraht.channel.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
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
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A platform on this machine. It answers calls by a script, accepts everything once the script is
/// over, and remembers what it accepted, whether it said so or not.
public final class FakePlatform implements ResponseDefinitionTransformerV2, AutoCloseable {
  private static final Duration HANGS = Duration.ofSeconds(60);
  private final JsonMapper json = new JsonMapper();
  private final BiFunction<JsonNode, Integer, String> acceptance;
  private final Queue<Reaction> script = new ArrayDeque<>();
  private final List<JsonNode> called = new ArrayList<>();
  private final List<JsonNode> accepted = new ArrayList<>();
  private final AtomicReference<Consumer<JsonNode>> early = new AtomicReference<>(_ -> {});
  private final Set<String> keys = new HashSet<>();
  private final WireMockServer server;
  private volatile Recognition recognition = new Recognition("", 200);

  /// What it says to who asks for this address; empty: what the script says.
  private volatile Function<String, Optional<Reaction>> answers = _ -> Optional.empty();

  /// What it refuses whatever the script says.
  private volatile Function<JsonNode, Optional<Reaction>> refusals = _ -> Optional.empty();

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

  /// From now on it tells at this address what it has taken.
  public FakePlatform listing(String path, Function<List<JsonNode>, String> what) {
    return answering(url ->
        url.contains(path)
            ? Optional.of(new Reaction.Says(200, what.apply(accepted())))
            : Optional.empty());
  }

  /// From now on it answers who asks for an address.
  public FakePlatform answering(Function<String, Optional<Reaction>> what) {
    answers = what;
    return this;
  }

  /// From now on it reads what it is given.
  public FakePlatform refusing(Function<JsonNode, Optional<Reaction>> what) {
    refusals = what;
    return this;
  }

  public synchronized void next(Reaction... reactions) {
    script.addAll(List.of(reactions));
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
    if (event.getRequest().getMethod().equals(RequestMethod.GET)) return asked(event);
    var call = read(event.getRequest());
    return reacting(reaction(call), call, event);
  }

  private ResponseDefinition asked(ServeEvent event) {
    return answers
        .apply(event.getRequest().getUrl())
        .or(this::scripted)
        .map(reaction -> reacting(reaction, MissingNode.getInstance(), event))
        .orElseGet(() -> jsonResponse("", 200).build());
  }

  private ResponseDefinition reacting(Reaction reaction, JsonNode call, ServeEvent event) {
    return switch (reaction) {
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
      case Reaction.Says(int status, var body, var retryAfter) ->
          said(status, body, retryAfter).build();
    };
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

  private static ResponseDefinitionBuilder said(int status, String body, String retryAfter) {
    var answer = aResponse().withStatus(status).withBody(body);
    return retryAfter.isEmpty() ? answer : answer.withHeader("Retry-After", retryAfter);
  }

  private synchronized Reaction reaction(JsonNode call) {
    called.add(call);
    return scripted().or(() -> refusals.apply(call)).orElseGet(Reaction.Takes::new);
  }

  private synchronized Optional<Reaction> scripted() {
    return Optional.ofNullable(script.poll());
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
