package io.direktdraht.server.evaluate;

import io.direktdraht.intents.evaluate.Wrong;
import io.direktdraht.intents.measure.LabelScore;
import io.direktdraht.intents.measure.Reliability;
import io.direktdraht.server.evaluate.picture.CalibrationPicture;
import io.direktdraht.server.evaluate.picture.ConfusionPicture;
import io.direktdraht.server.evaluate.picture.Markup;
import io.direktdraht.server.evaluate.picture.RiskPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Results as one page that needs nothing else: figures, pictures, worst examples. All text from
/// files is escaped.
final class HtmlReport {
  private HtmlReport() {}

  static String of(List<Result> results) {
    var sections = results.stream().map(HtmlReport::section).collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Direktdraht evaluation</title>
    <style>
    %s</style>
    </head>
    <body>
    <h1>Evaluation</h1>
    %s</body>
    </html>
    """
        .formatted(css(), sections);
  }

  private static String section(Result result) {
    var rows =
        ScoreText.rows(result).stream()
            .map(row ->
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                    .formatted(Markup.text(row.what().strip()), Markup.text(row.figure())))
            .collect(Collectors.joining("\n"));
    return "<section>\n<h2>%s</h2>\n<table class=\"figures\">\n%s\n</table>\n%s</section>\n"
        .formatted(Markup.text(ScoreText.title(result)), rows, details(result));
  }

  private static String details(Result result) {
    return switch (result) {
      case Result.Intents(var score, _) ->
          pictures(score.labels(), score.reliability()) + worst(score.misses());
      case Result.OutOfScope(var score) -> worst(score.misses());
      case Result.HumanRequest(var score) -> worst(score.misses());
      case Result.Emotion(var score) -> worst(score.misses());
      case Result.Conversations _ -> "";
      case Result.TrainTest(var score) -> pictures(score.labels(), score.reliability());
    };
  }

  private static String pictures(LabelScore labels, Reliability reliability) {
    return """
    <div class="plots">
    <figure><figcaption>Calibration: said against true</figcaption>%s</figure>
    <figure><figcaption>Risk and coverage</figcaption>%s</figure>
    </div>
    <figure class="wide"><figcaption>Confusion: expected (row), got (column)</figcaption>%s</figure>
    """
        .formatted(
            CalibrationPicture.of(reliability),
            RiskPicture.of(reliability),
            ConfusionPicture.of(labels));
  }

  private static String worst(List<Wrong> wrongs) {
    if (wrongs.isEmpty()) return "<p>No line is wrong.</p>\n";
    var rows = wrongs.stream().map(HtmlReport::row).collect(Collectors.joining("\n"));
    return """
    <h3>Worst examples</h3>
    <table class="worst">
    <tr><th>text</th><th>language</th><th>expected</th><th>got</th><th>probability</th><th></th></tr>
    %s
    </table>
    """
        .formatted(rows);
  }

  private static String row(Wrong wrong) {
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            Markup.text(wrong.text()),
            Markup.text(wrong.language()),
            Markup.text(wrong.expected()),
            Markup.text(wrong.got()),
            String.format(Locale.ROOT, "%.2f", wrong.probability()),
            Markup.text(wrong.verdict()));
  }

  private static String css() {
    try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) throw new IllegalStateException("report.css is missing from this jar");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read report.css", e);
    }
  }
}
