package io.direktdraht.console.view;

import io.direktdraht.conversation.template.Head;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Templates.Offer;
import io.direktdraht.conversation.template.Unusable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
      case Offer.Known(var all, var unusable, var at, var outage) ->
          Fields.of("state", "known")
              .with("templates", all.stream().map(TemplateView::template).toList())
              .with("unusable", unusable.stream().map(TemplateView::unusable).toList())
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
        .with("file", template.head() instanceof Head.File file ? file(file) : null)
        .with("buttons", buttons(template))
        .map();
  }

  private static Map<String, @Nullable Object> file(Head.File file) {
    return Fields.of("kind", EventView.lower(file.medium()))
        .with("mediaTypes", file.mediaTypes().stream().sorted().toList())
        .with("longest", file.longest())
        .map();
  }

  /// `behind`: an address or a code, with its variable; empty where there is nothing.
  private static List<Map<String, @Nullable Object>> buttons(Template template) {
    return IntStream.range(0, template.buttons().size())
        .mapToObj(i ->
            Fields.of("title", template.buttons().get(i).title())
                .with("behind", template.behind(i))
                .map())
        .toList();
  }

  private static Map<String, @Nullable Object> unusable(Unusable one) {
    return Fields.of("name", one.name())
        .with("language", one.language())
        .with("why", EventView.lower(one.why()))
        .map();
  }
}
