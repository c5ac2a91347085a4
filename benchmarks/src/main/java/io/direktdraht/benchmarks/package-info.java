/// Drives the real product with many sockets and measures it beside a bare echo in the same server.
@NullMarked
package io.direktdraht.benchmarks;

import org.jspecify.annotations.NullMarked;
