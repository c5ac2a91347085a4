package io.direktdraht.channel.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Slack's mrkdwn, in which `<…>` is a mention or a link, and `&`, `<` and `>` stand as entities.
final class SlackText {
  private static final Pattern SPECIAL = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

  private SlackText() {}

  /// What a reader in Slack sees.
  static String read(String mrkdwn) {
    return SPECIAL
        .matcher(mrkdwn)
        .replaceAll(found -> Matcher.quoteReplacement(shown(found.group(1), found.group(2))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /// Text in which nothing is a mention, a link or a command, whoever wrote it.
  static String write(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shown(String target, @Nullable String label) {
    char kind = target.charAt(0);
    if (label == null || label.isBlank())
      return switch (kind) {
        case '@', '#' -> target;
        case '!' -> "@" + target.substring(1);
        default -> address(target);
      };
    return switch (kind) {
      case '@', '#' -> kind + label;
      case '!' -> label; // <!date^…|label>
      default -> {
        var address = address(target);
        // Slack itself makes links of what looks like one: example.org, ann@example.org.
        boolean written = address.equals(label) || address.endsWith("://" + label);
        yield written ? label : label + " (" + address + ")";
      }
    };
  }

  private static String address(String target) {
    return target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
  }
}
