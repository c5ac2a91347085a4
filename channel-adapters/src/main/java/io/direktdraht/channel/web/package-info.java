/// The web widget: sockets, polling, visitors' tokens. `docs/protocol.md` section 1 is the
/// contract.
@NullMarked
package io.direktdraht.channel.web;

import org.jspecify.annotations.NullMarked;
