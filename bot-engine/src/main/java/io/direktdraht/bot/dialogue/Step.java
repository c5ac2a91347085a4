package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;

/// A decision and what the bot remembers after it.
public record Step(Decision decision, Dialogue dialogue) {}
