/// Lines that operators set up while the product runs: what a kind of channel needs to know,
/// keeping it sealed, opening and closing lines, and showing how they do.
@NullMarked
package io.direktdraht.channel.setup;

import org.jspecify.annotations.NullMarked;
