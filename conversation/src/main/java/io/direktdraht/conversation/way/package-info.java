/// The ways to a contact: which of their addresses take answers, and until when.
@NullMarked
package io.direktdraht.conversation.way;

import org.jspecify.annotations.NullMarked;
