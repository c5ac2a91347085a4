/// Sums that grow line by line and do not hold the lines: right and wrong by label, how far a
/// probability can be trusted, how long a message takes.
@NullMarked
package io.direktdraht.intents.measure;

import org.jspecify.annotations.NullMarked;
