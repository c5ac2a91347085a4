/// The desk: who is there, who waits, and what is promised when nobody can come.
@NullMarked
package io.direktdraht.console.desk;

import org.jspecify.annotations.NullMarked;
