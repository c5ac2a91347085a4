package io.direktdraht.server.evaluate.picture;

/// A square with shares from 0 to 1 on the x axis and 0 to `top` on the y axis.
record Axes(String label, String across, String upwards, double top) {
  private static final int SIDE = 260;
  private static final int LEFT = 60;
  private static final int ABOVE = 15;

  int x(double share) {
    return LEFT + (int) Math.round(SIDE * share);
  }

  int y(double share) {
    return ABOVE + SIDE - (int) Math.round(SIDE * share / top);
  }

  String draw(String inside) {
    var svg = new StringBuilder();
    int width = LEFT + SIDE + 20;
    int height = ABOVE + SIDE + 55;
    svg.append(
        "<svg class=\"plot\" role=\"img\" aria-label=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
            .formatted(Markup.text(label), width, height, width, height));
    svg.append(
        "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
            .formatted(LEFT, ABOVE, SIDE, SIDE));
    for (int i = 0; i <= 4; i++) {
      double share = i / 4.0;
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
              .formatted(x(share), y(0) + 18, Markup.percent(share)));
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
              .formatted(LEFT - 6, y(share * top) + 4, Markup.percent(share * top)));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
            .formatted(x(0.5), height - 12, Markup.text(across)));
    svg.append(
        "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n"
            .formatted(y(top / 2), Markup.text(upwards)));
    return svg.append(inside).append("</svg>\n").toString();
  }
}
