/// Drivers on a relational database: H2 embedded, PostgreSQL.
@NullMarked
package io.direktdraht.storage.jdbc;

import org.jspecify.annotations.NullMarked;
