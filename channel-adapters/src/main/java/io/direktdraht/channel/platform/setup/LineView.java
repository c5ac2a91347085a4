package io.direktdraht.channel.platform.setup;

import io.direktdraht.channel.platform.setup.Kind.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What operators see of a line. `editable`: it was set up here, and not in the settings file.
/// `webhook`: where its platform calls us. `heard`: when it last did.
record LineView(
    String line,
    String channel,
    boolean editable,
    List<Trouble> troubles,
    @Nullable String webhook,
    @Nullable Instant heard) {

  /// What is missing, as a `code` for which the page has words, and what the platform said.
  record Trouble(String code, String detail) {}

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
      List<EventView> events,
      List<EventView> quarantine) {}

  /// `state`: waiting, done or quarantined.
  record EventView(String key, String state, @Nullable String problem, Instant at) {}

  /// What came of something that was tried. `code`: ok, untold, or why not.
  record Tried(String code, String detail) {}
}
