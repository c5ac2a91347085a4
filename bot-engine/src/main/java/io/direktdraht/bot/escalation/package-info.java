/// When the bot lets go: rules that an operator writes, checked when they are read.
@NullMarked
package io.direktdraht.bot.escalation;

import org.jspecify.annotations.NullMarked;
