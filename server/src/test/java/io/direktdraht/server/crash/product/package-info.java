/// The whole product, killed under load and started again on the same data.
@NullMarked
package io.direktdraht.server.crash.product;

import org.jspecify.annotations.NullMarked;
