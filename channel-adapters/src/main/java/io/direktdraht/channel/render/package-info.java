/// What a platform can show, and how a message is fitted to it: parts, buttons, lists, numbers.
/// Pure.
@NullMarked
package io.direktdraht.channel.render;

import org.jspecify.annotations.NullMarked;
