/// Threads of mails, as a mail line remembers them.
@NullMarked
package io.direktdraht.conversation.mail;

import org.jspecify.annotations.NullMarked;
