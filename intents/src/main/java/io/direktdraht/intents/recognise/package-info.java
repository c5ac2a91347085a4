/// Turns one message into its meaning: intents, entities, wish for a human, emotion.
@NullMarked
package io.direktdraht.intents.recognise;

import org.jspecify.annotations.NullMarked;
