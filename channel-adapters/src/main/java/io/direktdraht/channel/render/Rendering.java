package io.direktdraht.channel.render;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Content.Filled;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.outbox.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Fits a message to what a platform can show. Nothing is cut: what is too long becomes several
/// parts, and choices that the platform cannot show become numbers to type.
public final class Rendering {
  private Rendering() {}

  /// Empty when there is nothing to see. Files follow the text, each as a part of its own. A
  /// template is one part, whatever its length.
  public static List<Part> parts(
      OutboundMessage message, Capabilities capabilities, FileLinks links) {
    var content = message.content();
    var filled = content.filled();
    if (filled != null) return List.of(template(content, filled, capabilities, links));
    var menu = capabilities.menu(content.choices());
    var files =
        content.attachments().stream().map(file -> part(file, capabilities, links)).toList();
    if (content.choices().isEmpty()
        || menu.isEmpty()
        || (content.text().isBlank() && files.isEmpty()))
      return together(texts(numbered(content), capabilities.text()), files);
    // The last part stands above the menu; its limit, the narrower one, holds for all of them.
    var limit = narrower(menu.get().text(), capabilities.text());
    return withMenu(message, menu.get(), together(texts(content.text(), limit), files));
  }

  private static Part template(
      Content content, Filled filled, Capabilities capabilities, FileLinks links) {
    return content.attachments().stream()
        .findFirst()
        .map(file -> part(file, capabilities, links).above(content.text(), filled))
        .orElseGet(() -> Part.template(content.text(), filled));
  }

  /// Whether platforms can fetch what these links lead to.
  public static boolean reachable(FileLinks links) {
    var any = new Attachment(new Attachment.Id(new UUID(0, 0)), "x", "x", 1);
    return new Part.Link(any.name(), any.mediaType(), links.to(any)).open();
  }

  private static List<Part> withMenu(OutboundMessage message, Menu menu, List<Part> parts) {
    var all = new ArrayList<>(parts);
    var last = all.removeLast();
    all.add(last.with(menu.kind(), payloads(message, menu.payload())));
    return all;
  }

  private static Limit narrower(Limit one, Limit other) {
    return one.most() < other.most() ? one : other;
  }

  private static List<Part> together(List<Part> texts, List<Part> files) {
    return Stream.concat(texts.stream(), files.stream()).toList();
  }

  private static Part part(Attachment file, Capabilities capabilities, FileLinks links) {
    var link = new Part.Link(file.name(), file.mediaType(), links.to(file));
    return capabilities
        .enclosure(file)
        .map(kind -> Part.file(link, kind))
        .orElseGet(() -> Part.link(link));
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
