@NullMarked
package io.direktdraht.conversation.signal;

import org.jspecify.annotations.NullMarked;
