/// Lines that operators set up while the product runs.
@NullMarked
package io.direktdraht.conversation.line;

import org.jspecify.annotations.NullMarked;
