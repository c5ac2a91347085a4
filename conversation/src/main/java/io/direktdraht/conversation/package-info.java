/// The words all rooms speak: contacts, conversations, messages, stages.
@NullMarked
package io.direktdraht.conversation;

import org.jspecify.annotations.NullMarked;
