package io.direktdraht.server.evaluate.picture;

import java.util.Locale;

/// Text and numbers as they may stand in HTML and SVG.
public final class Markup {
  private Markup() {}

  /// In an element or between double quotes.
  public static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
