/// What is left when a process dies at the worst moment: rooms and database without a web server,
/// killed at named points.
@NullMarked
package io.direktdraht.server.crash;

import org.jspecify.annotations.NullMarked;
