/// What agents see, as JSON. `docs/protocol.md` section 2 is the contract.
@NullMarked
package io.direktdraht.console.view;

import org.jspecify.annotations.NullMarked;
