package io.direktdraht.bot.turn;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.bot.dialogue.Hearings;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A log whose database is away at times.
record LogOutages(ConversationLog log, BooleanSupplier away) implements ConversationLog {
  @Override
  public Appended append(Append append) {
    if (away.getAsBoolean()) throw new LogUnavailable("away", new IllegalStateException());
    return log.append(append);
  }

  @Override
  public List<Recorded> read(ConversationId conversation, long after, int limit) {
    return log.read(conversation, after, limit);
  }

  @Override
  public Optional<Recorded> received(Line.Id line, String key) {
    return log.received(line, key);
  }

  /// An engine over this log and otherwise the other's ports.
  BotEngine engine(Engines other) {
    var recogniser =
        new Recogniser() {
          @Override
          public Understanding understand(String text) {
            return Hearings.sure("opening_hours").understanding();
          }

          @Override
          public String catalogueVersion() {
            return Catalogues.shipped().version();
          }
        };
    var ports = other.ports;
    var clock = InstantSource.fixed(Logs.NINE);
    return new BotEngine(
        new BotEngine.Ports(
            this,
            ports.conversations(),
            ports.owed(),
            Shops.orders(),
            other.signals,
            Engines.SURROUNDINGS),
        new Brains(new Brain(Catalogues.shipped(), recogniser, ShippedRules.get())),
        Shops.COMPANY,
        new TurnMeters(other.meters, clock),
        clock);
  }
}
