/// What agents do with a conversation.
@NullMarked
package io.direktdraht.console.work;

import org.jspecify.annotations.NullMarked;
