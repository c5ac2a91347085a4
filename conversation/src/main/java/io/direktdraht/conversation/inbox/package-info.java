/// The door in for platforms: what they told us is stored as it came, before anything is
/// understood.
@NullMarked
package io.direktdraht.conversation.inbox;

import org.jspecify.annotations.NullMarked;
