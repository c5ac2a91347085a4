/// Leads known conversations through the whole bot and scores where it let go.
@NullMarked
package io.direktdraht.bot.evaluate;

import org.jspecify.annotations.NullMarked;
