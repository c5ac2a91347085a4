/// LINE Messaging API. The only package that knows its field names.
@NullMarked
package io.direktdraht.channel.line;

import org.jspecify.annotations.NullMarked;
