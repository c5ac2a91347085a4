/// What the bot says besides the catalogue's answers, in every language.
@NullMarked
package io.direktdraht.bot.words;

import org.jspecify.annotations.NullMarked;
