/// Drivers to the shop: over HTTP, the demo shop, none.
@NullMarked
package io.direktdraht.server.shop;

import org.jspecify.annotations.NullMarked;
