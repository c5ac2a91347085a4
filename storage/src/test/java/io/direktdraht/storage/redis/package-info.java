@NullMarked
package io.direktdraht.storage.redis;

import org.jspecify.annotations.NullMarked;
