/// What the bot does next: pure decisions, no I/O.
@NullMarked
package io.direktdraht.bot.dialogue;

import org.jspecify.annotations.NullMarked;
