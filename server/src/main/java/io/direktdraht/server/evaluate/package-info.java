/// `./direktdraht evaluate`: asks files of known sentences what the bot would make of them.
/// `docs/evaluation.md` is the contract.
@NullMarked
package io.direktdraht.server.evaluate;

import org.jspecify.annotations.NullMarked;
