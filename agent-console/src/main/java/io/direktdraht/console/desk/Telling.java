package io.direktdraht.console.desk;

import io.direktdraht.console.desk.exit.Exit;
import io.direktdraht.console.desk.wait.WaitForecast;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.desk.DeskStatus.Wait;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a contact stands, as the desk can stand by it: a place, a range of time, or neither.
final class Telling {
  private final WaitForecast forecast;
  private final DeskRules rules;
  private final DeskWords words;
  private final Promising promising;
  private final InstantSource clock;

  Telling(
      WaitForecast forecast,
      DeskRules rules,
      DeskWords words,
      Promising promising,
      InstantSource clock) {
    this.forecast = forecast;
    this.rules = rules;
    this.words = words;
    this.promising = promising;
    this.clock = clock;
  }

  /// The range for this place with so many people at work; empty when there is none to stand by.
  Optional<Wait> expected(DeskRules.Team team, int position, int people) {
    return people == 0
        ? Optional.empty()
        : Optional.of(forecast.expected(position, people)).filter(wait -> standsBy(team, wait));
  }

  /// Says the place and the range to somebody who waits; from then on the range is judged.
  List<ConversationEvent> place(Conversation conversation, int position, int people) {
    var wait = expected(rules.teams().of(conversation), position, people);
    if (wait.isEmpty())
      return List.of(
          words.say(
              conversation,
              "queue.long",
              Map.of("place", "" + position),
              promising.choices(conversation)));
    forecast.tell(conversation.id(), position, people, clock.instant());
    var choices = position > 1 ? promising.choices(conversation) : List.<Content.Choice>of();
    var range = wait.get();
    return List.of(
        words.say(conversation, phrase(position, range), facts(position, range), choices));
  }

  /// Asks somebody who has waited for longer than they should whether they will wait on.
  List<ConversationEvent> tooLong(Conversation conversation, Instant since) {
    var minutes = Duration.between(since, clock.instant()).toMinutes();
    var choices = new ArrayList<Content.Choice>();
    choices.add(promising.choice(conversation, Exit.KEEP_PLACE));
    choices.addAll(promising.choices(conversation));
    return List.of(
        words.say(conversation, "queue.tooLong", Map.of("minutes", "" + minutes), choices));
  }

  private static String phrase(int position, Wait wait) {
    if (position > 1) return "queue.place";
    return wait.from().toMinutes() == 0 ? "queue.soon" : "queue.next";
  }

  private static Map<String, String> facts(int position, Wait wait) {
    return Map.of(
        "place", "" + position,
        "from", "" + wait.from().toMinutes(),
        "to", "" + Math.max(1, Math.ceilDiv(wait.to().toSeconds(), 60)));
  }

  /// Not a number that lies beyond closing time, or so far away that nobody can know it.
  private boolean standsBy(DeskRules.Team team, Wait wait) {
    if (wait.to().compareTo(rules.times().longestTold()) > 0) return false;
    var now = clock.instant();
    return team.hours().between(now, now.plus(wait.to())).equals(wait.to())
        || !team.hours().openAt(now); // somebody is there although it is closed
  }
}
