/// Reads the catalogue from files, names every error by file and line, and follows changes.
@NullMarked
package io.direktdraht.intents.catalogue;

import org.jspecify.annotations.NullMarked;
