package io.direktdraht.console.desk.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When people answer. An exception for a date goes before a holiday, a holiday before the week.
public final class OpeningHours {
  /// Whoever does not open within a year has no hours at all.
  private static final int HORIZON = 370;

  private final ZoneId zone;
  private final Map<DayOfWeek, List<Period>> week;
  private final Map<LocalDate, List<Period>> exceptions;
  private final Holidays holidays;

  /// Lines as operators write them. `week`: `MONDAY-FRIDAY 08:00-12:00 13:00-18:00`; `exceptions`:
  /// `2026-12-24 09:00-12:00`, or the date alone for a closed day. Throws {@link
  /// IllegalArgumentException} that names the line.
  public OpeningHours(ZoneId zone, List<String> week, List<String> exceptions, Holidays holidays) {
    this.zone = zone;
    this.week =
        week.stream()
            .flatMap(OpeningHours::days)
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    this.exceptions =
        exceptions.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    line -> LocalDate.parse(words(line).getFirst()), OpeningHours::periods));
    this.holidays = holidays;
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean openAt(Instant instant) {
    return spans(instant).limit(1).anyMatch(span -> span.contains(instant));
  }

  /// This moment when it is open, else the next opening; empty when it never opens.
  public Optional<Instant> opening(Instant instant) {
    return spans(instant)
        .findFirst()
        .map(span -> span.from().isBefore(instant) ? instant : span.from());
  }

  /// The moment at which `open` of opening time has passed; empty when it never does.
  public Optional<Instant> after(Instant instant, Duration open) {
    var left = open;
    for (var span : (Iterable<Period.Span>) spans(instant)::iterator) {
      var from = later(span.from(), instant);
      var here = Duration.between(from, span.to());
      if (left.compareTo(here) <= 0) return Optional.of(from.plus(left));
      left = left.minus(here);
    }
    return Optional.empty();
  }

  /// How much of the time between two moments is opening time.
  public Duration between(Instant from, Instant to) {
    return spans(from)
        .takeWhile(span -> span.from().isBefore(to))
        .map(span -> Duration.between(later(span.from(), from), earlier(span.to(), to)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// The spans that end after this moment, in order, for a year; what touches or overlaps is one.
  private Stream<Period.Span> spans(Instant instant) {
    var first = instant.atZone(zone).toLocalDate().minusDays(1); // may reach over midnight
    var spans =
        IntStream.range(0, HORIZON)
            .mapToObj(first::plusDays)
            .flatMap(day -> on(day).stream().map(period -> period.on(day, zone)))
            .filter(span -> span.from().isBefore(span.to())) // not one that the clocks skip
            .filter(span -> span.to().isAfter(instant));
    return Joined.of(spans);
  }

  private List<Period> on(LocalDate day) {
    var exception = exceptions.get(day);
    if (exception != null) return exception;
    return holidays.on(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static Stream<Map.Entry<DayOfWeek, List<Period>>> days(String line) {
    var range = words(line).getFirst().toUpperCase(Locale.ROOT).split("-", -1);
    var periods = periods(line);
    try {
      var first = DayOfWeek.valueOf(range[0]);
      var last = DayOfWeek.valueOf(range[range.length - 1]);
      int count = Math.floorMod(last.getValue() - first.getValue(), 7) + 1;
      return IntStream.range(0, count).mapToObj(i -> Map.entry(first.plus(i), periods));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "not hours like MONDAY-FRIDAY 08:00-12:00 13:00-18:00: " + line, wrong);
    }
  }

  private static List<Period> periods(String line) {
    return words(line).stream()
        .skip(1)
        .map(Period::of)
        .sorted(Comparator.comparing(Period::opens))
        .toList();
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+", -1));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
