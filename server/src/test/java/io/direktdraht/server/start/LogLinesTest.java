package io.direktdraht.server.start;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.escalation.RuleFile;
import io.direktdraht.bot.turn.BotEngine;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.bot.turn.Brains;
import io.direktdraht.bot.turn.Surroundings;
import io.direktdraht.bot.turn.TurnMeters;
import io.direktdraht.bot.turn.TurnPump;
import io.direktdraht.bot.words.Company;
import io.direktdraht.console.Offices;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Formality;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.server.shop.NoOrders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

class LogLinesTest {
  private final PrintStream before = System.err;

  @AfterEach
  void asBefore() {
    System.setErr(before);
    configure(Map.of());
  }

  @Test
  void aMachineReadsTheConversationOfATurnInItsLogEvent() {
    var heard = new ByteArrayOutputStream();
    var conversation = failedTurn(heard, "ecs");
    var event = new JsonMapper().readTree(text(heard).lines().findFirst().orElseThrow());
    assertThat(event.get("conversation").stringValue()).isEqualTo(conversation);
    assertThat(event.at("/log/level").stringValue()).isEqualTo("ERROR");
    assertThat(event.at("/error/message").stringValue()).isEqualTo("no\nidea");
  }

  @Test
  void aPersonReadsItInALine() {
    var heard = new ByteArrayOutputStream();
    var conversation = failedTurn(heard, "lines");
    assertThat(text(heard).lines().findFirst().orElseThrow())
        .contains("ERROR BotEngine")
        .contains("conversation=" + conversation + " ");
  }

  /// The conversation whose turn failed and was logged.
  private static String failedTurn(ByteArrayOutputStream heard, String format) {
    System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
    configure(Map.of("logging.structured.format.console", format));
    var signals = new LocalSignals();
    var ports = Memories.ports(signals);
    var clock = InstantSource.fixed(Logs.NINE);
    var engine =
        new BotEngine(
            new BotEngine.Ports(
                ports.log(),
                ports.conversations(),
                ports.owed(),
                new NoOrders(),
                signals,
                new Surroundings(Logs.LINES, new Offices().desk, _ -> Customers.Standing.UNKNOWN)),
            new Brains(
                new Brain(
                    new Catalogue("none", Map.of()),
                    new Clueless(),
                    LiveCatalogue.valid(RuleFile.bundled()))),
            new Company("Lindenhof", "0800", "a@example.org", "8-18", Formality.SIE),
            new TurnMeters(new SimpleMeterRegistry(), clock),
            clock);
    try (var _ = new TurnPump(engine, ports.owed(), signals, Duration.ofHours(1))) {
      var hello = Logs.hello(Logs.WEB, Logs.fresh(), Logs.fresh());
      var seen = ports.intake().receive(hello).conversation();
      until("the failure in the log", () -> text(heard).contains("the bot failed"));
      return seen.id().toString();
    }
  }

  private record Clueless() implements Recogniser {
    @Override
    public Understanding understand(String text) {
      throw new IllegalStateException("no\nidea");
    }

    @Override
    public String catalogueVersion() {
      return "none";
    }
  }

  private static void configure(Map<String, Object> properties) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    var logging = new LogbackLoggingSystem(LogLinesTest.class.getClassLoader());
    logging.cleanUp();
    logging.beforeInitialize();
    logging.initialize(
        new LoggingInitializationContext(environment), "classpath:logback-spring.xml", null);
  }

  private static String text(ByteArrayOutputStream heard) {
    return heard.toString(StandardCharsets.UTF_8);
  }
}
