/// Who works here: accounts, roles and sign-ins.
@NullMarked
package io.direktdraht.console.people;

import org.jspecify.annotations.NullMarked;
