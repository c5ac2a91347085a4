package io.direktdraht.console.desk.hours;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/// The public holidays of a country, and of a region in it, as Jollyday knows them: `DE`, `DE-BY`,
/// `AT`, `CH-ZH`, `GB-SCT` (ISO 3166).
public final class PublicHolidays implements Holidays {
  private final HolidayManager manager;
  private final String[] region;

  /// Throws {@link IllegalArgumentException} when the place is not known.
  public PublicHolidays(String place) {
    var parts = place.toLowerCase(Locale.ROOT).split("-", -1);
    if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(parts[0]::equalsIgnoreCase))
      throw new IllegalArgumentException("no public holidays are known for " + place);
    manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
    region = Arrays.copyOfRange(parts, 1, parts.length);
    if (region.length > 0 && !manager.getCalendarHierarchy().getChildren().containsKey(region[0]))
      throw new IllegalArgumentException("no public holidays are known for the region " + place);
  }

  @Override
  public boolean on(LocalDate day) {
    return manager.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, region);
  }
}
