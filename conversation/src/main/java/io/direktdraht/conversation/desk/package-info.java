/// What bot and channels may know about the desk.
@NullMarked
package io.direktdraht.conversation.desk;

import org.jspecify.annotations.NullMarked;
