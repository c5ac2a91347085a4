/// Sentences by name and language.
@NullMarked
package io.direktdraht.conversation.words;

import org.jspecify.annotations.NullMarked;
