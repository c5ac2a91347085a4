/// What can happen to a conversation, in the past tense, and who may see it.
@NullMarked
package io.direktdraht.conversation.event;

import org.jspecify.annotations.NullMarked;
