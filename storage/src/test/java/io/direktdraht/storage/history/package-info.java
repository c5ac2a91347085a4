/// What was sent, delivered and shown during a fault, and the check that nothing was lost, doubled
/// or misplaced.
@NullMarked
package io.direktdraht.storage.history;

import org.jspecify.annotations.NullMarked;
