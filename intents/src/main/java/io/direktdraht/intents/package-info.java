/// The words an operator writes: intents with examples and answers, in German and English.
@NullMarked
package io.direktdraht.intents;

import org.jspecify.annotations.NullMarked;
