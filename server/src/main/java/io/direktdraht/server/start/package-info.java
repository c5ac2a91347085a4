/// What happens before and around a start: the command line, the master key, first accounts,
/// printed lines.
@NullMarked
package io.direktdraht.server.start;

import org.jspecify.annotations.NullMarked;
