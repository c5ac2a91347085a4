package io.direktdraht.server.evaluate;

import io.direktdraht.bot.evaluate.ConversationScore;
import io.direktdraht.bot.evaluate.Rehearsal;
import io.direktdraht.bot.evaluate.Script;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.evaluate.AlarmScore;
import io.direktdraht.intents.evaluate.BrokenEvaluationFile;
import io.direktdraht.intents.evaluate.EvaluationFiles;
import io.direktdraht.intents.evaluate.IntentScore;
import io.direktdraht.intents.evaluate.LineFile;
import io.direktdraht.intents.evaluate.OutOfScopeScore;
import io.direktdraht.intents.evaluate.TextLearner;
import io.direktdraht.intents.evaluate.TrainTest;
import io.direktdraht.intents.evaluate.TrainTestScore;
import io.direktdraht.intents.evaluate.Wrong;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers questions with one brain, line by line. `check` reads a file without asking anybody, so
/// that a broken one is told before the learning.
final class Evaluating {
  private static final int WARM = 200;
  private final Means means;
  private final @Nullable Brain brain;
  private final Consumer<String> teller;

  Evaluating(Means means, @Nullable Brain brain, Consumer<String> teller) {
    this.means = means;
    this.brain = brain;
    this.teller = teller;
    if (brain != null) warm(brain);
  }

  static void check(Question question, Path file) throws BrokenEvaluationFile {
    switch (question) {
      case INTENTS -> EvaluationFiles.intentLines(file).count();
      case OUT_OF_SCOPE -> EvaluationFiles.outOfScopeLines(file).count();
      case HUMAN_REQUEST -> EvaluationFiles.humanRequestLines(file).count();
      case EMOTION -> EvaluationFiles.emotionLines(file).count();
      case CONVERSATIONS -> new ConversationLines().in(file).count();
      case TRAIN_TEST -> TrainTestScore.checked(EvaluationFiles.labelLines(file));
    }
  }

  Result answer(Question question, Path file, Consumer<Wrong> wrongs) throws BrokenEvaluationFile {
    return switch (question) {
      case INTENTS -> {
        var tally = new IntentScore.Tally(brain().recogniser(), wrongs);
        yield new Result.Intents(
            each(EvaluationFiles.intentLines(file), tally).score(), means.encoder());
      }
      case OUT_OF_SCOPE -> {
        var tally = new OutOfScopeScore.Tally(brain().recogniser(), wrongs);
        yield new Result.OutOfScope(each(EvaluationFiles.outOfScopeLines(file), tally).score());
      }
      case HUMAN_REQUEST -> {
        var tally = AlarmScore.Tally.humanWish(brain().recogniser(), wrongs);
        yield new Result.HumanRequest(each(EvaluationFiles.humanRequestLines(file), tally).score());
      }
      case EMOTION -> {
        var tally = AlarmScore.Tally.emotion(brain().recogniser(), wrongs);
        yield new Result.Emotion(each(EvaluationFiles.emotionLines(file), tally).score());
      }
      case CONVERSATIONS -> new Result.Conversations(conversations(file, wrongs));
      case TRAIN_TEST -> new Result.TrainTest(trainTest(means.learner(), file, wrongs));
    };
  }

  private ConversationScore conversations(Path file, Consumer<Wrong> wrongs)
      throws BrokenEvaluationFile {
    var rehearsal = new Rehearsal(brain());
    var tally = new ConversationScore.Tally();
    var lines = new ConversationLines().in(file);
    each(lines, (Script script) -> tally.accept(rehearsal.play(script)));
    var score = tally.score();
    score.failures().stream()
        .map(
            failure -> new Wrong("", "", failure.what(), 1, "turn " + failure.turn(), failure.id()))
        .forEach(wrongs);
    return score;
  }

  private TrainTestScore trainTest(TextLearner learner, Path file, Consumer<Wrong> wrongs)
      throws BrokenEvaluationFile {
    var lines = EvaluationFiles.labelLines(file);
    return new TrainTest(learner, wrongs).score(lines, progress(file, lines.count()));
  }

  private <T, C extends Consumer<T>> C each(LineFile<T> file, C tally) throws BrokenEvaluationFile {
    var progress = progress(file.path(), file.count());
    file.each(line -> {
      tally.accept(line);
      progress.run();
    });
    return tally;
  }

  private Progress progress(Path file, int lines) {
    return new Progress(String.valueOf(file.getFileName()), lines, teller);
  }

  private Brain brain() {
    if (brain == null) throw new IllegalStateException("this question needs a catalogue");
    return brain;
  }

  /// The first messages of a fresh process are slow for reasons that have nothing to do with them.
  private static void warm(Brain brain) {
    brain.catalogue().intents().values().stream()
        .flatMap(intent -> intent.examples(Language.EN).stream().limit(5))
        .limit(WARM)
        .forEach(example -> brain.recogniser().understand(example));
  }
}
