/// The door out to platforms: what must still reach a contact, in order, with retries that cannot
/// double.
@NullMarked
package io.direktdraht.conversation.outbox;

import org.jspecify.annotations.NullMarked;
