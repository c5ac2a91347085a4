package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.join.Arrival;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.intents.recognise.Recogniser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a turn begins with: the messages it owes an answer to, and the bot's memory. Reads from the
/// last turn on, however long the history. `language` is what the contact said of it just now.
record Listening(
    List<Message> messages,
    @Nullable Dialogue memory,
    @Nullable String language,
    long upTo,
    Instant since) {
  private static final int LONGEST = 1000;

  static Optional<Listening> to(Conversation conversation, OwedWork owed, ConversationLog log) {
    var places = owed.places(Owed.Kind.TURN, conversation.id());
    if (places.isEmpty()) return Optional.empty();
    long lastTurn = conversation.marks().lastTurn();
    long from = lastTurn == 0 ? places.getFirst() : Math.min(lastTurn, places.getFirst());
    var owing = new HashSet<>(places);
    return Optional.of(
        gather(log.read(conversation.id(), from - 1, LONGEST), null, owing::contains));
  }

  /// To what was just received; empty when that is not all that is owed, as far as is known here.
  /// Whether it is still owed is checked when the answer is appended.
  static Optional<Listening> to(List<Recorded> news, Recent.@Nullable After before) {
    long first = news.getFirst().seq();
    boolean follows = before == null ? first == 1 : first == before.lastSeq() + 1;
    if (!follows) return Optional.empty();
    return Optional.of(gather(news, before == null ? null : before.memory(), _ -> true));
  }

  private static Listening gather(
      List<Recorded> events, @Nullable Dialogue last, LongPredicate owing) {
    var messages = new ArrayList<Message>();
    Dialogue memory = last;
    String language = null;
    long upTo = 0;
    Instant since = Instant.MAX;
    for (var recorded : events) {
      switch (recorded.event()) {
        case ConversationEvent.TurnDecided(var turn, _) -> memory = turn.dialogue();
        case ConversationEvent.MessageReceived(var message, var at)
            when owing.test(recorded.seq()) -> {
          messages.add(message);
          upTo = recorded.seq();
          if (at.isBefore(since)) since = at;
        }
        case ConversationEvent.DetailGiven(var detail, var value, _)
            when detail == Contact.Detail.LANGUAGE ->
            language = value;
        default -> {}
      }
    }
    return new Listening(messages, memory, language, upTo, since);
  }

  /// A button's payload that begins with a slash is a command; any other payload is what the
  /// contact means to say. That somebody came from another line counts when nothing else was said.
  Heard heard(Recogniser recogniser) {
    var words = messages.stream().filter(message -> !message.content().wordless()).toList();
    var said = words.stream().filter(message -> !arrives(message)).toList();
    String command = null;
    for (var message : said.isEmpty() ? words : said) {
      var payload = message.content().payload();
      var pressed = payload != null && payload.startsWith("/") ? payload.substring(1) : null;
      boolean wish = Heard.HUMAN.equals(command) || Heard.YES.equals(command);
      boolean stays = wish && !Heard.BOT.equals(pressed);
      if (!stays) command = pressed; // a wish for a person is not undone by what follows
    }
    var text = said.stream().map(Listening::meant).collect(Collectors.joining("\n"));
    return new Heard(
        text, command, recogniser.understand(text), words.isEmpty() ? wordless() : null);
  }

  private Heard.Wordless wordless() {
    var files = messages.stream().flatMap(one -> one.content().attachments().stream()).toList();
    if (files.stream().anyMatch(Attachment::sound)) return Heard.Wordless.VOICE;
    return files.isEmpty() ? Heard.Wordless.THINGS : Heard.Wordless.FILES;
  }

  private static boolean arrives(Message message) {
    return Arrival.of(message.content().payload()).isPresent();
  }

  private static String meant(Message message) {
    var payload = message.content().payload();
    return payload == null || payload.startsWith("/") ? message.content().text() : payload;
  }
}
