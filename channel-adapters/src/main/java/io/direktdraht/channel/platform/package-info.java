/// What a channel of a platform is made of: how it tells us what happened, how it carries what we
/// say, and tools for both.
@NullMarked
package io.direktdraht.channel.platform;

import org.jspecify.annotations.NullMarked;
