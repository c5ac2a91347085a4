package io.direktdraht.server.start;

import io.direktdraht.storage.jdbc.DatabaseClosed;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells that the database cannot be opened, and what to do, instead of a stack trace.
final class NoDatabase extends AbstractFailureAnalyzer<DatabaseClosed> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DatabaseClosed cause) {
    return cause.inUse()
        ? new FailureAnalysis(
            "Another Direktdraht uses these data: " + cause.getMessage(),
            "Stop it first, or give this one a folder of its own: --data DIR.",
            cause)
        : new FailureAnalysis(
            "The database does not let us in: " + cause.getMessage(),
            "Correct direktdraht.database.url (--database-url), user and password, or start it.",
            cause);
  }
}
