package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Registration;
import io.direktdraht.conversation.Line;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Registers one line until its platform knows where to call us; meanwhile nobody is held up.
final class Registrar {
  private static final System.Logger LOG = System.getLogger(Registrar.class.getName());
  private final Line.Id line;
  private final Registration registration;
  private volatile boolean known;
  private volatile @Nullable String problem;

  Registrar(Line.Id line, Registration registration) {
    this.line = line;
    this.registration = registration;
  }

  Line.Id line() {
    return line;
  }

  /// Why the platform does not know, as far as was tried.
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  void tryOnce() throws InterruptedException {
    if (!known) again();
  }

  /// Also when the platform knew already. Empty when it knows, else why not.
  Optional<String> again() throws InterruptedException {
    var why = registration.register();
    if (why.isPresent() && !why.equals(problem()))
      LOG.log(Level.WARNING, "{0} is not registered yet: {1}", line, why.get());
    known = why.isEmpty();
    problem = why.orElse(null);
    return why;
  }
}
