/// Hints between nodes through Redis. It holds nothing: whatever it loses, the log has.
@NullMarked
package io.direktdraht.storage.redis;

import org.jspecify.annotations.NullMarked;
