/// A pair of signed webhooks for whatever has no channel of its own.
@NullMarked
package io.direktdraht.channel.webhook;

import org.jspecify.annotations.NullMarked;
