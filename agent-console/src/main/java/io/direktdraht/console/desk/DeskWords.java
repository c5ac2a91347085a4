package io.direktdraht.console.desk;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.words.Phrases;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the system says at the desk, in the contact's language.
public final class DeskWords {
  private final ConversationLog log;
  private final Conversations conversations;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Phrases phrases = Phrases.beside(DeskWords.class, "de", "en");

  public DeskWords(
      ConversationLog log, Conversations conversations, ZoneId zone, InstantSource clock) {
    this.log = log;
    this.conversations = conversations;
    this.zone = zone;
    this.clock = clock;
  }

  public ConversationEvent say(
      Conversation conversation, String phrase, Map<String, String> facts) {
    return say(conversation, phrase, facts, List.of());
  }

  ConversationEvent say(
      Conversation conversation,
      String phrase,
      Map<String, String> facts,
      List<Content.Choice> choices) {
    var text = phrases.say(language(conversation), phrase, facts);
    var content = new Content(text, null, choices);
    var message = new Message(new Author.System(), conversation.line(), content, null);
    return new ConversationEvent.MessageSent(message, clock.instant());
  }

  Content.Choice choice(Conversation conversation, String phrase, String payload) {
    return new Content.Choice(phrases.say(language(conversation), phrase, Map.of()), payload);
  }

  /// `Montag, 23. November 2026, 14:00`, `Monday, 23 November 2026, 14:00 CET`.
  String day(Conversation conversation, Instant instant) {
    return written(conversation, instant, FormatStyle.FULL);
  }

  /// `23.11.26, 14:00`, `23/11/2026, 14:00 CET`.
  String slot(Conversation conversation, Instant instant) {
    return written(conversation, instant, FormatStyle.SHORT);
  }

  /// Who writes English may live by another clock than the company.
  private String written(Conversation conversation, Instant instant, FormatStyle date) {
    boolean german = language(conversation).equals("de");
    var format =
        new DateTimeFormatterBuilder()
            .appendLocalized(date, FormatStyle.SHORT)
            .appendPattern(german ? "" : " z")
            .toFormatter(german ? Locale.GERMANY : Locale.UK);
    return instant.atZone(zone).format(format);
  }

  /// The language of the bot's last turn; before any, the contact's.
  String language(Conversation conversation) {
    long turn = conversation.marks().lastTurn();
    if (turn > 0
        && log.read(conversation.id(), turn - 1, 1).getFirst().event()
            instanceof ConversationEvent.TurnDecided(var decided, _))
      return decided.dialogue().language();
    return conversations
        .contact(conversation.contact())
        .map(contact -> contact.details().language())
        .orElse("de");
  }
}
