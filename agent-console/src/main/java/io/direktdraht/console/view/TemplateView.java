package io.direktdraht.console.view;

import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Templates.Offer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The templates of a line as agents see them.
public final class TemplateView {
  private TemplateView() {}

  /// `state`: none, unset (with the `setting` that is missing), unknown (with `why`), or known.
  public static Map<String, @Nullable Object> of(Offer offer) {
    return switch (offer) {
      case Offer.None() -> Fields.of("state", "none").map();
      case Offer.Unset(var setting) -> Fields.of("state", "unset").with("setting", setting).map();
      case Offer.Unknown(var why) -> Fields.of("state", "unknown").with("why", why).map();
      case Offer.Known(var all, int unusable, var at, var outage) ->
          Fields.of("state", "known")
              .with("templates", all.stream().map(TemplateView::template).toList())
              .with("unusable", unusable)
              .with("at", at)
              .with("outage", outage)
              .map();
    };
  }

  private static Map<String, @Nullable Object> template(Template template) {
    return Fields.of("name", template.name())
        .with("language", template.language())
        .with("category", EventView.lower(template.category()))
        .with("text", template.text())
        .with("variables", template.variables())
        .with("buttons", template.buttons())
        .map();
  }
}
