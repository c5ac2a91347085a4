package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.shop.Orders;
import org.jspecify.annotations.Nullable;

/// What the bot would do in a turn unless a rule lets go. `before` is the memory that the turn
/// began with, `meant` the intent that the contact means, empty for none, and `lookup` what an
/// action found.
record Proposal(Dialogue before, Step step, String meant, Orders.@Nullable Lookup lookup) {
  Proposal(Dialogue before, Step step, String meant) {
    this(before, step, meant, null);
  }

  /// The same, which counts as a failed turn because what was said before it did not help.
  Proposal rejecting() {
    if (failed()) return this;
    var counted = Memory.failing(step.dialogue(), before.failures() + 1);
    return new Proposal(before, new Step(step.decision(), counted, step.first()), meant, lookup);
  }

  /// The turn did not help.
  boolean failed() {
    return step.dialogue().failures() > before.failures();
  }
}
