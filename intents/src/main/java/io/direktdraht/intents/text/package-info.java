/// Normal forms of text and the language it is written in.
@NullMarked
package io.direktdraht.intents.text;

import org.jspecify.annotations.NullMarked;
