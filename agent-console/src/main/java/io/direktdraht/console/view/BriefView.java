package io.direktdraht.console.view;

import io.direktdraht.console.brief.Brief;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The brief as JSON.
final class BriefView {
  private BriefView() {}

  static Map<String, @Nullable Object> of(Brief brief) {
    return Fields.of("goal", brief.goal())
        .with("facts", brief.facts().stream().map(BriefView::fact).toList())
        .with("words", brief.words().stream().map(BriefView::words).toList())
        .with("tried", brief.tried().stream().map(BriefView::tried).toList())
        .with("misunderstood", brief.misunderstood())
        .with("mood", mood(brief.feeling()))
        .with("why", brief.why().stream().map(BriefView::why).toList())
        .with("passed", brief.passed().stream().map(BriefView::passed).toList())
        .with("promises", brief.promises().stream().map(BriefView::promise).toList())
        .map();
  }

  private static Map<String, @Nullable Object> fact(Brief.Noted noted) {
    return Fields.of("fact", noted.fact())
        .with("value", noted.value())
        .with("before", noted.before())
        .with("confirmed", noted.confirmed())
        .map();
  }

  private static Map<String, @Nullable Object> words(Brief.Said said) {
    return Fields.of("seq", said.seq()).with("text", said.text()).with("at", said.at()).map();
  }

  private static Map<String, @Nullable Object> tried(Brief.Tried tried) {
    return Fields.of("seq", tried.seq())
        .with("about", tried.about())
        .with("text", tried.text())
        .with("at", tried.at())
        .map();
  }

  private static Map<String, @Nullable Object> mood(Brief.Feeling feeling) {
    return Fields.of("value", feeling.value())
        .with("words", feeling.words())
        .with("curve", feeling.curve())
        .map();
  }

  private static Map<String, @Nullable Object> why(Brief.Why why) {
    var escalation = why.escalation();
    return Fields.of("reason", EventView.reason(escalation.reason()))
        .with("rule", escalation.rule())
        .with("words", escalation.words())
        .with("at", why.at())
        .map();
  }

  private static Map<String, @Nullable Object> passed(Brief.Passed passed) {
    return Fields.of("agent", passed.by())
        .with("note", passed.note())
        .with("at", passed.at())
        .map();
  }

  private static Map<String, @Nullable Object> promise(Brief.Promised promise) {
    return Fields.of("id", promise.id())
        .with("due", promise.due())
        .with("what", EventView.lower(promise.kind()))
        .with("state", EventView.lower(promise.state()))
        .map();
  }
}
