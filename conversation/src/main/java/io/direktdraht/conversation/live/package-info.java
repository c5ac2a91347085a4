/// Live connections: sending without blocking, noticing silence, waiting for news.
@NullMarked
package io.direktdraht.conversation.live;

import org.jspecify.annotations.NullMarked;
