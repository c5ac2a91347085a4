/// What the doors for customers' own clients share: sealed words of ours, and how much one may
/// send.
@NullMarked
package io.direktdraht.channel.access;

import org.jspecify.annotations.NullMarked;
