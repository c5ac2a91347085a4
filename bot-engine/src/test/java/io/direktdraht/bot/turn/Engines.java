package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.WEB;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.bot.dialogue.Hearings;
import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.desk.QuietDesk;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An engine over memory ports, whose recogniser takes an intent's id for that intent.
final class Engines {
  static final Surroundings SURROUNDINGS =
      new Surroundings(Logs.LINES, new QuietDesk(1, 0), _ -> Customers.Standing.UNKNOWN);

  final LocalSignals signals = new LocalSignals();
  final LogPorts ports = Memories.ports(signals);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final BotEngine engine;
  private final String sender = Logs.fresh();

  Engines() {
    this(Shops.orders(), _ -> {});
  }

  /// `meanwhile` runs while a message is being understood.
  Engines(Orders orders, Consumer<String> meanwhile) {
    this(orders, meanwhile, ShippedRules.get());
  }

  Engines(Orders orders, Consumer<String> meanwhile, Rules rules) {
    var brains = new Brains(new Brain(Catalogues.shipped(), new Words(meanwhile), rules));
    var clock = InstantSource.fixed(NINE);
    var reads =
        new BotEngine.Ports(
            ports.log(), ports.conversations(), ports.owed(), orders, signals, SURROUNDINGS);
    engine = new BotEngine(reads, brains, Shops.COMPANY, new TurnMeters(meters, clock), clock);
  }

  private record Words(Consumer<String> meanwhile) implements Recogniser {
    @Override
    public Understanding understand(String text) {
      meanwhile.accept(text);
      var last = text.substring(text.lastIndexOf('\n') + 1).strip();
      var number = Stream.of(last.split(" ", -1)).filter(w -> w.startsWith("LH-")).findFirst();
      var intent = last.split(" ", -1)[0];
      var heard =
          Catalogues.shipped().has(intent)
              ? Hearings.sure(intent, text)
              : text.contains("Mensch") ? Hearings.wishing(text, "Mensch") : Hearings.unknown(text);
      return number.map(n -> Hearings.naming(heard, n)).orElse(heard).understanding();
    }

    @Override
    public String catalogueVersion() {
      return Catalogues.shipped().version();
    }
  }

  Conversation receive(String text) {
    return receive(text, null);
  }

  Conversation receive(String text, @Nullable String payload) {
    return receive(sender, text, payload);
  }

  Conversation receive(String from, String text, @Nullable String payload) {
    var content = new Content(text, payload, List.of());
    var inbound = new Inbound(WEB, from, Logs.fresh(), content, "de", NINE);
    return ports.intake().receive(inbound).conversation();
  }

  /// Files and not a word.
  Conversation receiveFile() {
    return receive(Files.picture("Bank.png"));
  }

  Conversation receive(Attachment file) {
    var content = Content.text("").with(List.of(file));
    var inbound = new Inbound(WEB, sender, Logs.fresh(), content, "de", NINE);
    return ports.intake().receive(inbound).conversation();
  }

  /// Takes every owed turn.
  Engines turns(Conversation conversation) {
    while (engine.takeTurn(conversation.id())) {}
    return this;
  }

  Conversation now(Conversation conversation) {
    return ports.conversations().find(conversation.id()).orElseThrow();
  }

  List<Long> owed(Conversation conversation) {
    return ports.owed().places(Owed.Kind.TURN, conversation.id());
  }

  List<ConversationEvent> events(Conversation conversation) {
    return ports.log().read(conversation.id(), 0, 10_000).stream()
        .map(recorded -> recorded.event())
        .toList();
  }

  List<String> said(Conversation conversation) {
    return events(conversation).stream()
        .flatMap(event ->
            event instanceof ConversationEvent.MessageSent(var message, _)
                    && message.author() instanceof Author.Bot
                ? Stream.of(message.content().text())
                : Stream.empty())
        .toList();
  }

  List<Turn> decided(Conversation conversation) {
    return events(conversation).stream()
        .flatMap(event ->
            event instanceof ConversationEvent.TurnDecided(var turn, _)
                ? Stream.of(turn)
                : Stream.empty())
        .toList();
  }
}
