package io.direktdraht.server.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells a setting that makes no sense by its name, instead of a stack trace.
final class NonsenseSetting extends AbstractFailureAnalyzer<IllegalArgumentException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, IllegalArgumentException cause) {
    return new FailureAnalysis(
        "A setting makes no sense: " + cause.getMessage(),
        "Correct direktdraht.… in the environment, on the command line or in application.yml.",
        cause);
  }
}
