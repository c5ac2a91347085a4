package io.direktdraht.console.desk.hours;

import java.time.LocalDate;

/// Days on which nobody works.
@FunctionalInterface
public interface Holidays {
  Holidays NONE = _ -> false;

  boolean on(LocalDate day);
}
