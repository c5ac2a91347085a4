/// Scores a recogniser on files of sentences with known meaning.
@NullMarked
package io.direktdraht.intents.evaluate;

import org.jspecify.annotations.NullMarked;
