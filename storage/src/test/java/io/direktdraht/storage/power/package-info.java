/// What is left of an embedded database when the power fails.
@NullMarked
package io.direktdraht.storage.power;

import org.jspecify.annotations.NullMarked;
