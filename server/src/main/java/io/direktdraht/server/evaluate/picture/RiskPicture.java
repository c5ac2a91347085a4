package io.direktdraht.server.evaluate.picture;

import io.direktdraht.intents.measure.Reliability;
import java.util.stream.Collectors;

/// The risk-coverage curve: how many answers are wrong when only the surest share is answered.
public final class RiskPicture {
  private static final double LOWEST_TOP = 0.1;

  private RiskPicture() {}

  public static String of(Reliability reliability) {
    double highest =
        reliability.curve().stream().mapToDouble(Reliability.Point::risk).max().orElse(0);
    var axes =
        new Axes(
            "risk-coverage curve",
            "answered, the surest first",
            "of these wrong",
            Math.max(LOWEST_TOP, highest));
    var points =
        reliability.curve().stream()
            .map(point -> axes.x(point.coverage()) + "," + axes.y(point.risk()))
            .distinct()
            .collect(Collectors.joining(" "));
    return axes.draw("<polyline class=\"line\" points=\"" + points + "\"/>\n");
  }
}
