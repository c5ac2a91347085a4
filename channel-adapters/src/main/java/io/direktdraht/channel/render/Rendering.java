package io.direktdraht.channel.render;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.outbox.OutboundMessage;
import java.util.ArrayList;
import java.util.List;

/// Fits a message to what a platform can show. Nothing is cut: what is too long becomes several
/// parts, and choices that the platform cannot show become numbers to type.
public final class Rendering {
  private Rendering() {}

  /// Empty when there is nothing to see.
  public static List<Part> parts(OutboundMessage message, Capabilities capabilities) {
    var content = message.content();
    var menu = capabilities.menu(content.choices());
    if (content.choices().isEmpty() || menu.isEmpty() || content.text().isBlank())
      return texts(numbered(content), capabilities.text());
    return withMenu(message, menu.get(), capabilities.text());
  }

  private static List<Part> withMenu(OutboundMessage message, Menu menu, Limit text) {
    // The last part stands above the menu; its limit, the narrower one, holds for all of them.
    var limit = menu.text().most() < text.most() ? menu.text() : text;
    var parts = new ArrayList<>(texts(message.content().text(), limit));
    var last = parts.removeLast();
    parts.add(new Part(last.text(), menu.kind(), payloads(message, menu.payload())));
    return parts;
  }

  private static List<Part> texts(String text, Limit limit) {
    return Splitting.parts(text, limit).stream()
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(Part::text)
        .toList();
  }

  private static String numbered(Content content) {
    var text = new StringBuilder(content.text());
    var choices = content.choices();
    for (int i = 0; i < choices.size(); i++)
      text.append(i == 0 ? "\n\n" : "\n").append(i + 1).append(". ").append(choices.get(i).title());
    return text.toString();
  }

  /// A payload that the platform cannot carry is replaced by its place in the log.
  private static List<Choice> payloads(OutboundMessage message, Limit limit) {
    var choices = message.content().choices();
    var carried = new ArrayList<Choice>();
    for (int i = 0; i < choices.size(); i++) {
      var choice = choices.get(i);
      boolean fits = !choice.payload().isEmpty() && limit.fits(choice.payload());
      var place = new Reference(message.conversation(), message.seq(), i);
      carried.add(fits ? choice : new Choice(choice.title(), place.text()));
    }
    return carried;
  }
}
