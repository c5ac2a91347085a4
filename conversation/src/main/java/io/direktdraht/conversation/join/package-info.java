/// How two addresses become one customer, by proof alone.
@NullMarked
package io.direktdraht.conversation.join;

import org.jspecify.annotations.NullMarked;
