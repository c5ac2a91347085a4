/// Asks somebody outside, such as a language model, what an unclear message means.
@NullMarked
package io.direktdraht.intents.advise;

import org.jspecify.annotations.NullMarked;
