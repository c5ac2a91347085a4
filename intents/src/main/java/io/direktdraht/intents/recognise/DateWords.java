package io.direktdraht.intents.recognise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads dates as people write them, seen from today.
record DateWords(LocalDate today) {
  private static final List<String> MONTHS =
      List.of(
          "jan",
          "feb",
          "m(?:är|ae|a)r?",
          "apr",
          "ma[iy]",
          "jun",
          "jul",
          "aug",
          "sep",
          "o[kc]t",
          "nov",
          "de[zc]");

  /// A month in either language, as a pattern without groups.
  static final String MONTH = "(?:" + String.join("|", MONTHS) + ")\\p{L}{0,7}\\.?";

  static int month(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (lower.matches(MONTHS.get(i) + "\\p{L}{0,7}\\.?")) {
        return i + 1;
      }
    }
    return 0;
  }

  Optional<String> relative(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "vorgestern" -> Optional.of(today.minusDays(2).toString());
      case "gestern", "yesterday" -> Optional.of(today.minusDays(1).toString());
      case "heute", "today" -> Optional.of(today.toString());
      case "morgen", "tomorrow" -> Optional.of(today.plusDays(1).toString());
      case "übermorgen", "uebermorgen" -> Optional.of(today.plusDays(2).toString());
      default -> Optional.empty();
    };
  }

  /// Without a year, the one that lies closest to today is meant.
  Optional<String> of(String day, int month, @Nullable String year) {
    try {
      int dayOfMonth = Integer.parseInt(day);
      if (year != null) {
        int written = Integer.parseInt(year);
        int full = written < 100 ? 2000 + written : written;
        return Optional.of(LocalDate.of(full, month, dayOfMonth).toString());
      }
      LocalDate closest = LocalDate.of(today.getYear(), month, dayOfMonth);
      for (int shift = -1; shift <= 1; shift += 2) {
        var other = closest.withYear(today.getYear() + shift);
        closest = distance(other) < distance(closest) ? other : closest;
      }
      return Optional.of(closest.toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private long distance(LocalDate date) {
    return Math.abs(ChronoUnit.DAYS.between(today, date));
  }
}
