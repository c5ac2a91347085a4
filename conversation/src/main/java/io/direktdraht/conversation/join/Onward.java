package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Other lines on which a contact can go on, without beginning anew.
public final class Onward {
  private static final Map<String, String> WORDS =
      Map.of("de", "Hallo, ich schreibe hier weiter. ", "en", "Hello, I am going on here. ");
  private final List<Target> targets;
  private final Lines lines;
  private final Codes codes;
  private final Duration life;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// A line that contacts can be sent to. `name` is what people call it. In the address `{text}` is
  /// what they send there, `{code}` the code alone, e.g. `https://wa.me/493012345?text={text}` or
  /// `https://t.me/a_bot?start={code}`.
  public record Target(Line.Id line, String name, String url) {
    public Target {
      if (!url.contains("{text}") && !url.contains("{code}"))
        throw new IllegalArgumentException(
            "onward: the url of " + line + " needs {text} or {code}, was " + url);
      if (name.isBlank()) throw new IllegalArgumentException("onward: " + line + " needs a name");
      URI.create(filled(url, "DD-0000-0000-0000", "x"));
    }
  }

  /// The addresses that lead there, good for one contact until then.
  public record Ways(Code code, Instant until, List<Way> ways) {
    public Ways {
      ways = List.copyOf(ways);
    }
  }

  public record Way(Line.Id line, String name, URI url) {}

  public Onward(
      List<Target> targets, Lines lines, Codes codes, Duration life, InstantSource clock) {
    this.targets = List.copyOf(targets);
    this.lines = lines;
    this.codes = codes;
    this.life = life;
    this.clock = clock;
  }

  /// Leads nobody to a line that is not open now.
  public Ways issue(Contact.Point to, String language) {
    var code = Code.next(random::nextInt);
    var until = clock.instant().plus(life);
    codes.issue(code, to, until);
    var text = WORDS.getOrDefault(language, WORDS.getOrDefault("en", "")) + code.text();
    var ways =
        targets.stream()
            .filter(one -> !one.line.equals(to.line()) && lines.delivers(one.line))
            .map(one -> new Way(one.line, one.name, URI.create(filled(one.url, code.text(), text))))
            .toList();
    return new Ways(code, until, ways);
  }

  private static String filled(String url, String code, String text) {
    return url.replace("{code}", encoded(code)).replace("{text}", encoded(text));
  }

  /// Messengers do not read a plus as a space.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
