package io.direktdraht.console.desk.exit;

import io.direktdraht.console.desk.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Half hours in which a person can call back, as many contacts in each as the desk can call.
public final class Slots {
  private static final Duration LENGTH = Duration.ofMinutes(30);
  private static final Duration HORIZON = Duration.ofDays(14);
  private final OpeningHours hours;
  private final int places;

  public Slots(OpeningHours hours, int places) {
    this.hours = hours;
    this.places = places;
  }

  /// The next ones with a free place, at least half an hour away. `booked` are the beginnings of
  /// callbacks already promised.
  public List<Instant> free(Instant now, Collection<Instant> booked, int most) {
    var free = new ArrayList<Instant>();
    var end = now.plus(HORIZON);
    for (var slot = firstAfter(now.plus(LENGTH)); slot.isBefore(end); slot = slot.plus(LENGTH)) {
      if (free.size() == most) break;
      if (bookable(slot, now, booked)) free.add(slot);
    }
    return free;
  }

  public boolean bookable(Instant slot, Instant now, Collection<Instant> booked) {
    return slot.isAfter(now)
        && slot.isBefore(now.plus(HORIZON))
        && slot.equals(firstAfter(slot))
        && hours.between(slot, slot.plus(LENGTH)).equals(LENGTH)
        && booked.stream().filter(slot::equals).count() < places;
  }

  private static Instant firstAfter(Instant instant) {
    long step = LENGTH.toSeconds();
    return Instant.ofEpochSecond(-Math.floorDiv(-instant.getEpochSecond(), step) * step);
  }
}
