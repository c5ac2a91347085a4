/// `./direktdraht import` and `export`: catalogues from and to other tools.
@NullMarked
package io.direktdraht.server.exchange;

import org.jspecify.annotations.NullMarked;
