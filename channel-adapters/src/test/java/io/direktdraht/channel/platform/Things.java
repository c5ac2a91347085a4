package io.direktdraht.channel.platform;

import io.direktdraht.channel.platform.Occurrence.Said;
import java.util.stream.Collectors;

/// What came with a message, in short: `PHOTO @1; FILE a.pdf @2`.
public final class Things {
  private Things() {}

  public static String of(Said said) {
    return said.things().stream()
        .map(thing ->
            thing.kind()
                + (thing.detail() == null ? "" : " " + thing.detail())
                + (thing.file() == null ? "" : " @" + thing.file()))
        .collect(Collectors.joining("; "));
  }
}
