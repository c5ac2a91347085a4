package io.direktdraht.server.evaluate.picture;

import io.direktdraht.intents.measure.LabelScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The confusion matrix: a row for what was expected, a column for what came. The darker a cell,
/// the larger its share of the row.
public final class ConfusionPicture {
  private static final int MOST = 160;
  private static final int CELL = 14;
  private static final int MARGIN = 180;
  private final LabelScore score;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> labels;

  private ConfusionPicture(LabelScore score) {
    this.score = score;
    this.labels = labels(score);
    for (int i = 0; i < labels.size(); i++) places.put(labels.get(i), i);
  }

  public static String of(LabelScore score) {
    return new ConfusionPicture(score).draw();
  }

  private String draw() {
    int side = MARGIN + CELL * labels.size() + 10;
    var svg = new StringBuilder();
    svg.append(
        "<svg class=\"matrix\" role=\"img\" aria-label=\"confusion matrix\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
            .formatted(side, side, side, side));
    labels.forEach(label -> names(svg, label));
    score.byLabel().forEach((label, of) -> cell(svg, label, label, of.right()));
    score.mistaken().forEach(one -> cell(svg, one.expected(), one.got(), one.count()));
    return svg.append("</svg>\n").toString();
  }

  private void names(StringBuilder svg, String label) {
    int middle = MARGIN + CELL * place(label) + CELL / 2;
    var name = Markup.text(label.length() > 28 ? label.substring(0, 27) + "…" : label);
    svg.append(
        "<text class=\"name\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
            .formatted(MARGIN - 5, middle + 3, name));
    svg.append(
        "<text class=\"name\" transform=\"translate(%d %d) rotate(-90)\">%s</text>\n"
            .formatted(middle + 3, MARGIN - 5, name));
  }

  private void cell(StringBuilder svg, String expected, String got, int count) {
    int row = place(expected);
    int column = place(got);
    var of = score.byLabel().get(expected);
    if (count == 0 || row < 0 || column < 0 || of == null) return;
    double share = (double) count / of.n();
    svg.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%s\"><title>%s</title></rect>\n"
            .formatted(
                expected.equals(got) ? "hit" : "miss",
                MARGIN + CELL * column,
                MARGIN + CELL * row,
                CELL - 1,
                CELL - 1,
                Markup.number(0.2 + 0.8 * share),
                Markup.text(expected + " → " + got + ": " + count + " of " + of.n())));
  }

  private int place(String label) {
    return places.getOrDefault(label, -1);
  }

  /// All of them, or those that are mistaken most.
  private static List<String> labels(LabelScore score) {
    var mistakes = new HashMap<String, Integer>();
    score.byLabel().keySet().forEach(label -> mistakes.put(label, 0));
    for (var one : score.mistaken()) {
      mistakes.merge(one.expected(), one.count(), Integer::sum);
      mistakes.merge(one.got(), one.count(), Integer::sum);
    }
    var most =
        mistakes.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    return new ArrayList<>(new TreeSet<>(most));
  }
}
