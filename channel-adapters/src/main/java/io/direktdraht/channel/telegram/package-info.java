/// Telegram Bot API. The only package that knows its field names.
@NullMarked
package io.direktdraht.channel.telegram;

import org.jspecify.annotations.NullMarked;
