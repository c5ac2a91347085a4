/// Messenger and Instagram, which speak one language. The only package that knows its field names.
@NullMarked
package io.direktdraht.channel.messenger;

import org.jspecify.annotations.NullMarked;
