/// Fetches the files that contacts send, from where their platform keeps them and from nowhere
/// else.
@NullMarked
package io.direktdraht.channel.platform.media;

import org.jspecify.annotations.NullMarked;
