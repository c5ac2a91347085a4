package io.direktdraht.server.evaluate.picture;

import io.direktdraht.intents.measure.Reliability;

/// The reliability diagram: on the diagonal, what is said to be right in so many of a hundred cases
/// is right in so many. The larger a point, the more lines.
public final class CalibrationPicture {
  private static final double LARGEST = 12;

  private CalibrationPicture() {}

  public static String of(Reliability reliability) {
    var axes = new Axes("reliability diagram", "probability said", "of these right", 1);
    int most = reliability.bins().stream().mapToInt(Reliability.Bin::n).max().orElse(1);
    var inside = new StringBuilder();
    inside.append(
        "<line class=\"ideal\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
            .formatted(axes.x(0), axes.y(0), axes.x(1), axes.y(1)));
    for (var bin : reliability.bins()) {
      if (bin.n() == 0) continue;
      var told =
          bin.n()
              + " lines, said "
              + Markup.percent(bin.confidence())
              + ", right "
              + Markup.percent(bin.accuracy());
      inside.append(
          "<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"%s\"><title>%s</title></circle>\n"
              .formatted(
                  axes.x(bin.confidence()),
                  axes.y(bin.accuracy()),
                  Markup.number(3 + (LARGEST - 3) * Math.sqrt((double) bin.n() / most)),
                  Markup.text(told)));
    }
    return axes.draw(inside.toString());
  }
}
