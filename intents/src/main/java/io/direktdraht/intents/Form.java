package io.direktdraht.intents;

import java.util.List;

/// What must be known before an action can run, asked slot by slot.
public record Form(String action, List<Slot> slots) {
  public Form {
    slots = List.copyOf(slots);
  }
}
