/// Everybody at once: take-overs, repeated messages, two nodes on one database, a database that
/// goes away.
@NullMarked
package io.direktdraht.storage.race;

import org.jspecify.annotations.NullMarked;
