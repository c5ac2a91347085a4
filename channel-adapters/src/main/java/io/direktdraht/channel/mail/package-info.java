/// E-mail: IMAP in, SMTP out. Threads are told by signed ids; nothing that a program sent is ever
/// answered by ours.
@NullMarked
package io.direktdraht.channel.mail;

import org.jspecify.annotations.NullMarked;
