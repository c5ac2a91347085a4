/// Files that come with messages: which are taken, where their bytes are kept, how they are handed
/// out.
@NullMarked
package io.direktdraht.conversation.attachment;

import org.jspecify.annotations.NullMarked;
