/// Wake-ups, typing and presence: hints between rooms and nodes, never stored.
@NullMarked
package io.direktdraht.conversation.signal;

import org.jspecify.annotations.NullMarked;
