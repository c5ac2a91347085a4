/// The product with lines of platforms, which are played on this machine.
@NullMarked
package io.direktdraht.server.platform;

import org.jspecify.annotations.NullMarked;
