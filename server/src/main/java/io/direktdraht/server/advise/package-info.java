/// A language model that is asked about unclear messages, where one is configured.
@NullMarked
package io.direktdraht.server.advise;

import org.jspecify.annotations.NullMarked;
