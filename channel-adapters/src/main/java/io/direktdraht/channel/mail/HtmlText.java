package io.direktdraht.channel.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The words of an HTML mail. Nothing is fetched, nothing is run; links keep their address.
final class HtmlText {
  /// Where mail programs begin to quote: Gmail, Apple, Outlook, Yahoo, Thunderbird, Proton.
  private static final String QUOTED =
      "div.gmail_quote, blockquote[type=cite], div#appendonsend, div#divRplyFwdMsg, div.yahoo_quoted,"
          + " div.moz-cite-prefix, blockquote.protonmail_quote, hr#stopSpelling,"
          + " div[style*=border-top:solid #E1E1E1]";

  /// Those that end where the quotation ends.
  private static final String ENCLOSED =
      "div.gmail_quote, blockquote, div.yahoo_quoted, div.moz-cite-prefix";

  private static final String REPEATED =
      "blockquote, div.gmail_quote:not(:has(blockquote)), div.gmail_attr, div.gmail_signature, div.moz-cite-prefix, div.yahoo_quoted";

  private static final String HERE = "\uFFFC";
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "blockquote", "pre", "hr");

  private HtmlText() {}

  static String full(String html) {
    var document = Jsoup.parse(html);
    document.select("script, style, head, template, [hidden]").remove();
    return words(document.body());
  }

  /// Without what is quoted; all of it when nothing else is there.
  static String stripped(String html) {
    var document = Jsoup.parse(html);
    document.select("script, style, head, template, [hidden]").remove();
    var quoted = document.body().selectFirst(QUOTED);
    if (quoted != null && answersBelow(document, quoted)) return full(html);
    if (quoted != null) cutFrom(quoted);
    var left = words(document.body());
    return left.isEmpty() ? full(html) : left;
  }

  /// Something of one's own after, or between, what programs mark as a quotation from its beginning
  /// to its end.
  private static boolean answersBelow(Document document, Element quoted) {
    if (!quoted.is(ENCLOSED)) return false;
    var place = document.body().select(QUOTED).indexOf(quoted);
    var copy = document.clone();
    copy.body().select(QUOTED).get(place).before(new TextNode(HERE));
    copy.select(REPEATED).remove();
    var words = words(copy.body());
    var below = words.substring(words.indexOf(HERE) + 1).strip();
    return !Quotes.nothing(below);
  }

  /// Removes the element and everything after it.
  private static void cutFrom(Element element) {
    for (var at = element; at != null && !at.nameIs("body"); at = at.parent())
      for (var next = at.nextSibling(); next != null; next = at.nextSibling()) next.remove();
    element.remove();
  }

  private static String words(Element body) {
    var text = new StringBuilder();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) append(text, words.text());
            else if (node.nameIs("br")) text.append('\n');
            else if (node.nameIs("li")) text.append("\n- ");
            else if (BLOCKS.contains(node.nodeName())) line(text);
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element link && link.nameIs("a")) address(text, link);
            else if (BLOCKS.contains(node.nodeName())) line(text);
          }
        });
    return text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }

  private static void append(StringBuilder text, String words) {
    boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(atStart ? words.stripLeading() : words);
  }

  private static void line(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
  }

  private static void address(StringBuilder text, Element link) {
    var href = link.attr("href");
    if (href.matches("(?i)https?://\\S+") && !link.text().contains(href))
      text.append(" <").append(href).append('>');
  }
}
