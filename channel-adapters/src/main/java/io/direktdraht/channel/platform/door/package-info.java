/// The door for webhooks, the workers behind it, and the way out, for all platforms alike.
@NullMarked
package io.direktdraht.channel.platform.door;

import org.jspecify.annotations.NullMarked;
