/// How long it takes until a person comes, said so that it can be stood by.
@NullMarked
package io.direktdraht.console.desk.wait;

import org.jspecify.annotations.NullMarked;
