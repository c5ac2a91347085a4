package io.direktdraht.intents;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One way to answer an intent; `{variables}` in the text are filled in when it is said. `du` is
/// what the text becomes where contacts are addressed informally, null where it addresses nobody.
public record Answer(String text, @Nullable String du, List<QuickReply> quickReplies) {
  /// What an answer may mention in braces.
  public static final Set<String> VARIABLES =
      Set.of(
          "order_number",
          "order_status",
          "order_date",
          "order_items",
          "order_total",
          "delivery_date",
          "carrier",
          "tracking_url",
          "first_name",
          "opening_hours",
          "phone",
          "email",
          "shop");

  public Answer {
    quickReplies = List.copyOf(quickReplies);
  }

  public Answer(String text, List<QuickReply> quickReplies) {
    this(text, null, quickReplies);
  }

  public String text(Formality formality) {
    return formality.of(text, du);
  }
}
