package io.direktdraht.console.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// When people usually answer: on these days, from opening to closing time, in this zone. An answer
/// is promised for `within` of opening time.
public record Hours(
    Set<DayOfWeek> days, LocalTime opens, LocalTime closes, ZoneId zone, Duration within) {
  public Hours {
    days = Set.copyOf(days);
    if (days.isEmpty()) throw new IllegalArgumentException("hours.days must name a day");
    if (!opens.isBefore(closes))
      throw new IllegalArgumentException(
          "hours.opens must be before hours.closes, was " + opens + " and " + closes);
    if (!within.isPositive())
      throw new IllegalArgumentException("hours.within must be longer than 0, was " + within);
  }

  /// The moment at which `within` of opening time has passed since `now`.
  public Instant due(Instant now) {
    var time = now.atZone(zone);
    var left = within;
    while (true) {
      var open = nextOpen(time);
      var close = open.toLocalDate().atTime(closes).atZone(zone);
      var today = Duration.between(open, close);
      if (left.compareTo(today) <= 0) return open.plus(left).toInstant();
      left = left.minus(today);
      time = close;
    }
  }

  /// Now if it is open, else the next opening.
  private ZonedDateTime nextOpen(ZonedDateTime time) {
    for (var day = time.toLocalDate(); ; day = day.plusDays(1)) {
      if (!days.contains(day.getDayOfWeek())) continue;
      var open = day.atTime(opens).atZone(zone);
      var close = day.atTime(closes).atZone(zone);
      if (time.isBefore(open)) return open;
      if (time.isBefore(close)) return time;
    }
  }
}
