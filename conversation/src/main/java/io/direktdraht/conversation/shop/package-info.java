/// The shop behind the chat: what bot and agents look up there.
@NullMarked
package io.direktdraht.conversation.shop;

import org.jspecify.annotations.NullMarked;
