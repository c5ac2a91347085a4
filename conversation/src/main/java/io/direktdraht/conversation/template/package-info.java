/// Forms of words that a platform has approved, which it takes also when its window is closed.
@NullMarked
package io.direktdraht.conversation.template;

import org.jspecify.annotations.NullMarked;
