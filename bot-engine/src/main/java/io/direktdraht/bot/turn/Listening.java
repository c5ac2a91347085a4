package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.intents.recognise.Recogniser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a turn begins with: the messages it owes an answer to, and the bot's memory. Reads from the
/// last turn on, however long the history.
record Listening(List<Message> messages, @Nullable Dialogue memory, long upTo, Instant since) {
  private static final int LONGEST = 1000;

  static Optional<Listening> to(Conversation conversation, OwedWork owed, ConversationLog log) {
    var places = owed.places(Owed.Kind.TURN, conversation.id());
    if (places.isEmpty()) return Optional.empty();
    long lastTurn = conversation.marks().lastTurn();
    long from = lastTurn == 0 ? places.getFirst() : Math.min(lastTurn, places.getFirst());
    return Optional.of(
        gather(log.read(conversation.id(), from - 1, LONGEST), new HashSet<>(places)));
  }

  private static Listening gather(List<Recorded> events, HashSet<Long> places) {
    var messages = new ArrayList<Message>();
    Dialogue memory = null;
    long upTo = 0;
    Instant since = Instant.MAX;
    for (var recorded : events) {
      switch (recorded.event()) {
        case ConversationEvent.TurnDecided(var turn, _) -> memory = turn.dialogue();
        case ConversationEvent.MessageReceived(var message, var at)
            when places.contains(recorded.seq()) -> {
          messages.add(message);
          upTo = recorded.seq();
          if (at.isBefore(since)) since = at;
        }
        default -> {}
      }
    }
    return new Listening(messages, memory, upTo, since);
  }

  /// A button's payload that begins with a slash is a command; any other payload is what the
  /// contact means to say.
  Heard heard(Recogniser recogniser) {
    String command = null;
    for (var message : messages) {
      var payload = message.content().payload();
      var pressed = payload != null && payload.startsWith("/") ? payload.substring(1) : null;
      boolean stays = Heard.HUMAN.equals(command) && !Heard.BOT.equals(pressed);
      if (!stays) command = pressed; // a wish for a person is not undone by what follows
    }
    var text = messages.stream().map(Listening::meant).collect(Collectors.joining("\n"));
    return new Heard(text, command, recogniser.understand(text));
  }

  private static String meant(Message message) {
    var payload = message.content().payload();
    return payload == null || payload.startsWith("/") ? message.content().text() : payload;
  }
}
