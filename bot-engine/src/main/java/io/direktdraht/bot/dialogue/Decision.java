package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.conversation.join.Arrival;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the bot does in a turn.
public sealed interface Decision {
  /// Gives an intent's answer, in one of its variants.
  record Answer(String intent, int variant) implements Decision {}

  /// Asks for a slot of an intent's form.
  record Ask(String intent, String slot, boolean again) implements Decision {}

  /// Looks something up before it answers.
  record Act(String intent, String action, String value) implements Decision {}

  /// Asks which of these is meant; with none, asks for other words. `repeated` says that the answer
  /// was given before.
  record Clarify(List<String> intents, boolean repeated) implements Decision {
    public Clarify {
      intents = List.copyOf(intents);
    }
  }

  /// Lets go. `photo`: a picture would help the person who comes.
  record HandOff(Escalation why, boolean photo) implements Decision {
    public HandOff(Escalation why) {
      this(why, false);
    }
  }

  /// Does this, and asks whether a person shall come.
  record Invite(Escalation why, Decision meanwhile) implements Decision {}

  /// The contact leaves the queue and goes on with the bot.
  record Withdraw() implements Decision {}

  /// Notes where the promised answer may be sent.
  record NoteAddress(Contact.Detail detail, String value) implements Decision {}

  /// Thanks for what came without a word, and asks what it waited for, or what it is about.
  record Thank(Heard.Wordless came, @Nullable Pending asked) implements Decision {}

  /// Thanks for a fact that was missing or wrong, for the person who will come.
  record NoteFact(String fact, String value) implements Decision {}

  /// Takes it that these facts were noted right.
  record ConfirmFacts(Map<String, String> facts) implements Decision {
    public ConfirmFacts {
      facts = Map.copyOf(facts);
    }
  }

  /// Asks what was noted wrong.
  record AskCorrection() implements Decision {}

  /// Has the desk say how long it still takes.
  record TellStanding() implements Decision {}

  /// Receives whoever came from another line.
  record Receive(Arrival how) implements Decision {}

  /// Nothing needs saying, e.g. while the contact waits for a person.
  record Silence() implements Decision {}

  /// The word for logs, metrics and channels.
  default String label() {
    return switch (this) {
      case Answer _,
          Withdraw(),
          NoteAddress _,
          NoteFact _,
          ConfirmFacts _,
          TellStanding(),
          Receive _ ->
          "answer";
      case Ask _, AskCorrection(), Thank _ -> "ask";
      case Act _ -> "act";
      case Clarify _ -> "clarify";
      case HandOff _ -> "handOff";
      case Invite _ -> "invite";
      case Silence() -> "silence";
    };
  }
}
