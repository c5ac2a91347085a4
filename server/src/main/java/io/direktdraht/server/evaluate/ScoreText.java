package io.direktdraht.server.evaluate;

import io.direktdraht.bot.evaluate.ConversationScore;
import io.direktdraht.intents.evaluate.AlarmScore;
import io.direktdraht.intents.evaluate.IntentScore;
import io.direktdraht.intents.evaluate.Share;
import io.direktdraht.intents.evaluate.TrainTestScore;
import io.direktdraht.intents.measure.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Results as a table: what is measured, and its figure.
public final class ScoreText {
  private static final int CONFUSIONS = 5;

  private ScoreText() {}

  /// A figure and what it says.
  public record Row(String what, String figure) {}

  static String write(List<Result> results) {
    var text = new StringBuilder();
    for (var result : results) {
      text.append(title(result)).append('\n');
      for (var row : rows(result))
        text.append(String.format(Locale.ROOT, "  %-34s %s%n", row.what(), row.figure()));
    }
    return text.toString();
  }

  public static String title(Result result) {
    return switch (result) {
      case Result.Intents _ -> "Intents";
      case Result.OutOfScope _ -> "Out of scope";
      case Result.HumanRequest _ -> "Wish for a person";
      case Result.Emotion _ -> "Emotion";
      case Result.Conversations _ -> "Conversations";
      case Result.TrainTest _ -> "Learnt and tested";
    };
  }

  public static List<Row> rows(Result result) {
    return switch (result) {
      case Result.Intents(var score, var encoder) -> intents(score, encoder);
      case Result.OutOfScope(var score) ->
          List.of(
              row("not understood, as it should be", score.rejected()),
              row("not answered, or asked about", score.notAnswered()));
      case Result.HumanRequest(var score) -> alarm(score);
      case Result.Emotion(var score) -> alarm(score);
      case Result.Conversations(var score) -> conversations(score);
      case Result.TrainTest(var score) -> trainTest(score);
    };
  }

  private static List<Row> intents(IntentScore score, String encoder) {
    var rows = new ArrayList<Row>();
    rows.add(row("top intent right", score.right()));
    score.byLanguage().forEach((language, share) -> rows.add(row("  " + language, share)));
    rows.add(new Row("macro F1", number(score.macroF1())));
    rows.add(new Row("calibration error (ECE)", number(score.ece())));
    rows.add(row("answered as a wrong intent", score.wrongAnswered()));
    rows.add(row("asked which is meant", score.asked()));
    rows.add(row("not understood", score.abstained()));
    rows.add(new Row("ms per message", latency(score.latency())));
    if (!encoder.isEmpty()) rows.add(new Row("encoder", encoder));
    score.labels().mistaken().stream()
        .limit(CONFUSIONS)
        .map(one ->
            new Row(
                "often mistaken", one.expected() + " for " + one.got() + ", " + one.count() + " ×"))
        .forEach(rows::add);
    return rows;
  }

  private static List<Row> alarm(AlarmScore score) {
    var rows = new ArrayList<Row>();
    rows.add(row("heard (recall)", score.heard()));
    rows.add(row("false alarms", score.falseAlarms()));
    rows.add(new Row("precision", percent(score.precision())));
    if (score.auc() != null) rows.add(new Row("area under ROC", number(score.auc())));
    score
        .byLanguage()
        .forEach((language, rates) -> {
          rows.add(row("  " + language + " heard", rates.heard()));
          rows.add(row("  " + language + " false alarms", rates.falseAlarms()));
        });
    return rows;
  }

  private static List<Row> conversations(ConversationScore score) {
    var rows = new ArrayList<Row>();
    rows.add(row("handed over in time", score.expected()));
    rows.add(row("handed over needlessly", score.needless()));
    rows.add(new Row("failed turns in a row, at most", String.valueOf(score.failedInARow())));
    for (var one : score.failures())
      rows.add(new Row("  " + one.id(), "turn " + one.turn() + ": " + one.what()));
    return rows;
  }

  private static List<Row> trainTest(TrainTestScore score) {
    var rows = new ArrayList<Row>();
    rows.add(row("label right", new Share(score.labels().n(), score.labels().right())));
    rows.add(new Row("macro F1", number(score.labels().macroF1())));
    rows.add(new Row("calibration error (ECE)", number(score.reliability().ece())));
    if (score.auc() != null) rows.add(new Row("area under ROC", number(score.auc())));
    var strange = score.strange();
    if (strange != null) {
      rows.add(new Row("oos rejected, 95 % in scope kept", percent(strange.recallAt95())));
      rows.add(new Row("oos area under ROC", number(strange.auroc())));
    }
    rows.add(new Row("seconds to learn", number(score.learning().trainSeconds())));
    rows.add(new Row("ms per message", latency(score.learning().latency())));
    return rows;
  }

  private static Row row(String what, ConversationScore.Escalated of) {
    return row(what, new Share(of.n(), of.escalated()));
  }

  private static Row row(String what, Share share) {
    return new Row(what, percent(share.rate()) + "  (" + share.hits() + " of " + share.n() + ")");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private static String latency(Latency latency) {
    return String.format(
        Locale.ROOT, "%.2f half of all, %.2f all but 1 %%", latency.p50(), latency.p99());
  }
}
