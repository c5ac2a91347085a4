/// Runs turns: what is owed is understood, decided, acted on and appended.
@NullMarked
package io.direktdraht.bot.turn;

import org.jspecify.annotations.NullMarked;
