package io.direktdraht.server.evaluate;

import io.direktdraht.bot.evaluate.ConversationScore;
import io.direktdraht.intents.evaluate.AlarmScore;
import io.direktdraht.intents.evaluate.IntentScore;
import io.direktdraht.intents.evaluate.OutOfScopeScore;
import io.direktdraht.intents.evaluate.TrainTestScore;

/// The answer to a question. Add one here and every form in which answers are told must know it.
public sealed interface Result {
  record Intents(IntentScore score, String encoder) implements Result {}

  record OutOfScope(OutOfScopeScore score) implements Result {}

  record HumanRequest(AlarmScore score) implements Result {}

  record Emotion(AlarmScore score) implements Result {}

  record Conversations(ConversationScore score) implements Result {}

  record TrainTest(TrainTestScore score) implements Result {}

  default Question question() {
    return switch (this) {
      case Intents _ -> Question.INTENTS;
      case OutOfScope _ -> Question.OUT_OF_SCOPE;
      case HumanRequest _ -> Question.HUMAN_REQUEST;
      case Emotion _ -> Question.EMOTION;
      case Conversations _ -> Question.CONVERSATIONS;
      case TrainTest _ -> Question.TRAIN_TEST;
    };
  }
}
