/// Sentence encoders: a text becomes a point, and texts that mean the same lie close together.
@NullMarked
package io.direktdraht.intents.encode;

import org.jspecify.annotations.NullMarked;
