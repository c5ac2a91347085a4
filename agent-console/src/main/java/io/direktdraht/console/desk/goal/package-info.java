/// How soon a team answers and ends what it has, and who is warned before it is too late. Pure.
@NullMarked
package io.direktdraht.console.desk.goal;

import org.jspecify.annotations.NullMarked;
