/// The only main(): settings and wiring. Rooms know nothing of this one.
@NullMarked
package io.direktdraht.server;

import org.jspecify.annotations.NullMarked;
