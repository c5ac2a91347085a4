package io.direktdraht.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.log.AllEvents;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AudienceTest {
  @Test
  void agentsSeeEverything() {
    assertThat(AllEvents.everyKind(1)).allMatch(Audience.AGENTS::sees);
  }

  @Test
  void contactsNeverSeeNotesExplanationsOrWhatWeWroteDownAboutThem() {
    var hidden =
        AllEvents.everyKind(1).stream()
            .filter(event -> !Audience.CONTACT.sees(event))
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(hidden)
        .isEqualTo(
            Set.of(
                ConversationEvent.NoteAdded.class,
                ConversationEvent.TurnDecided.class,
                ConversationEvent.SendFailed.class,
                ConversationEvent.SendConfirmed.class,
                ConversationEvent.ReachChanged.class,
                ConversationEvent.HandledElsewhere.class,
                ConversationEvent.PromiseKept.class,
                ConversationEvent.PromiseBroken.class,
                ConversationEvent.HandoffJudged.class,
                ConversationEvent.DetailGiven.class,
                ConversationEvent.FactGiven.class,
                ConversationEvent.FactsConfirmed.class,
                ConversationEvent.StandingAsked.class,
                ConversationEvent.ContactJoined.class,
                ConversationEvent.ContactParted.class,
                ConversationEvent.Forwarded.class));
  }

  @Test
  void everyKindOfEventIsInTheCheck() {
    var kinds =
        AllEvents.everyKind(1).stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(Set.of(ConversationEvent.class.getPermittedSubclasses()));
  }
}
