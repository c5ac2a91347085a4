package io.direktdraht.channel.setup;

import io.direktdraht.channel.setup.Kind.Field;
import io.direktdraht.channel.setup.Reach.Event;
import io.direktdraht.channel.setup.Reach.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What operators see of a line. `editable`: it was set up here, and not in the settings file.
/// `reach`: called, fetched or visited, null for a line that is not open. `webhook`: where its
/// platform calls us. `heard`: when somebody last wrote there.
record LineView(
    String line,
    String channel,
    boolean editable,
    @Nullable String reach,
    List<Trouble> troubles,
    @Nullable String webhook,
    @Nullable Instant heard) {

  /// All of them, and what could be set up. `address`: where the world reaches us; `callable`:
  /// whether platforms would call it.
  record Overview(String address, boolean callable, List<KindView> kinds, List<LineView> lines) {}

  record KindView(String channel, List<Field> fields) {}

  /// One line with all that is known. `told`: its settings without secrets. `registers`: whether
  /// its platform can be told the webhook from here. `owed`: messages that still have to go out.
  record Details(
      LineView line,
      Map<String, String> told,
      boolean registers,
      int owed,
      @Nullable Looked looked,
      List<Event> events,
      List<Event> quarantine) {}

  /// Of a line that we look into: when we last did, and how many we took since it is open.
  record Looked(@Nullable Instant at, int taken) {}
}
