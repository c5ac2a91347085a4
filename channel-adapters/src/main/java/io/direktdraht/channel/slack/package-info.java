/// Slack: Events API and chat.postMessage. The only package that knows its field names.
@NullMarked
package io.direktdraht.channel.slack;

import org.jspecify.annotations.NullMarked;
