package io.direktdraht.console.desk.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// A part of a day. One that does not end after it begins ends on the next day: `22:00-02:00`;
/// `00:00-00:00` is the whole day.
record Period(LocalTime opens, LocalTime closes) {
  /// Reads `08:00-12:30`; throws {@link IllegalArgumentException} that names the text.
  static Period of(String text) {
    var times = text.split("-", -1);
    try {
      if (times.length == 2)
        return new Period(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
    } catch (java.time.DateTimeException wrong) {
      throw new IllegalArgumentException("not a period like 08:00-12:30: " + text, wrong);
    }
    throw new IllegalArgumentException("not a period like 08:00-12:30: " + text);
  }

  /// What it is on this day. A time that the clocks skip is the next one that exists.
  Span on(LocalDate day, ZoneId zone) {
    var end = closes.isAfter(opens) ? day : day.plusDays(1);
    return new Span(
        day.atTime(opens).atZone(zone).toInstant(), end.atTime(closes).atZone(zone).toInstant());
  }

  /// From, inclusive, to, exclusive.
  record Span(Instant from, Instant to) {
    boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }
}
