package io.direktdraht.console.desk.hours;

import io.direktdraht.console.desk.hours.Period.Span;
import java.util.stream.Gatherer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Spans in order of their beginnings, with those that touch or overlap made one.
final class Joined {
  private @Nullable Span open;

  private Joined() {}

  static Stream<Span> of(Stream<Span> spans) {
    return spans.gather(
        Gatherer.<Span, Joined, Span>ofSequential(
            Joined::new,
            Gatherer.Integrator.of((joined, span, down) -> joined.take(span, down)),
            (joined, down) -> {
              if (joined.open != null) down.push(joined.open);
            }));
  }

  private boolean take(Span span, Gatherer.Downstream<? super Span> down) {
    var before = open;
    if (before == null) {
      open = span;
      return true;
    }
    if (!span.from().isAfter(before.to())) {
      open = new Span(before.from(), span.to().isAfter(before.to()) ? span.to() : before.to());
      return true;
    }
    open = span;
    return down.push(before);
  }
}
