/// Linear learning on words and character n-grams, with calibrated probabilities.
@NullMarked
package io.direktdraht.intents.learn;

import org.jspecify.annotations.NullMarked;
