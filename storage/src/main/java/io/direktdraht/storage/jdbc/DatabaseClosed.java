package io.direktdraht.storage.jdbc;

import java.sql.SQLException;
import java.util.stream.Stream;

/// The database cannot be opened: `inUse` when another process has its files, else it does not
/// answer, or not to us.
public final class DatabaseClosed extends RuntimeException {
  /// H2's `DATABASE_ALREADY_OPEN_1`: <https://h2database.com/javadoc/org/h2/api/ErrorCode.html>.
  private static final int ALREADY_OPEN = 90020;

  private final boolean inUse;

  DatabaseClosed(Database.Address address, Throwable cause) {
    super(address + ": " + last(cause).getMessage(), cause);
    inUse =
        causes(cause)
            .anyMatch(one ->
                one instanceof SQLException refused && refused.getErrorCode() == ALREADY_OPEN);
  }

  public boolean inUse() {
    return inUse;
  }

  private static Throwable last(Throwable cause) {
    return causes(cause).reduce(cause, (_, next) -> next);
  }

  private static Stream<Throwable> causes(Throwable first) {
    return Stream.iterate(first, one -> one != null, Throwable::getCause);
  }
}
