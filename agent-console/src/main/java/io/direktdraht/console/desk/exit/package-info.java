/// What a contact can choose when no person comes soon. There is always something.
@NullMarked
package io.direktdraht.console.desk.exit;

import org.jspecify.annotations.NullMarked;
