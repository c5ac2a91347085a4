/// The console's HTTP interface and live socket. `docs/protocol.md` section 2 is the contract.
@NullMarked
package io.direktdraht.console.web;

import org.jspecify.annotations.NullMarked;
