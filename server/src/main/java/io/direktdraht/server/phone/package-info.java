/// The phone of the demo: a messenger on a page, and platforms on this machine, which speak to the
/// real channels as the real platforms do.
@NullMarked
package io.direktdraht.server.phone;

import org.jspecify.annotations.NullMarked;
