/// The append-only log, the door in, what is owed, and the ports to read them.
@NullMarked
package io.direktdraht.conversation.log;

import org.jspecify.annotations.NullMarked;
