package io.direktdraht.conversation.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences by name and language, from one properties file per language; `{variables}` are filled
/// in.
public final class Phrases {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
  private final Map<String, Properties> byLanguage;
  private final String fallback;

  private Phrases(Map<String, Properties> byLanguage, String fallback) {
    this.byLanguage = byLanguage;
    this.fallback = fallback;
  }

  /// The files `<language>.properties` beside this class; the last language serves all others.
  public static Phrases beside(Class<?> owner, String... languages) {
    var byLanguage = new HashMap<String, Properties>();
    for (var language : languages) byLanguage.put(language, read(owner, language));
    return new Phrases(byLanguage, languages[languages.length - 1]);
  }

  /// The same, but this language's phrases are those of another file beside the class.
  public Phrases with(String language, Class<?> owner, String file) {
    var changed = new HashMap<>(byLanguage);
    changed.put(language, read(owner, file));
    return new Phrases(changed, fallback);
  }

  /// Throws {@link IllegalArgumentException} for a name that the language's file does not have.
  public String say(String language, String name, Map<String, String> variables) {
    var phrase = phrases(language).getProperty(name);
    if (phrase == null) throw new IllegalArgumentException("no phrase " + name + " in " + language);
    return fill(phrase, variables);
  }

  public String say(String language, String name) {
    return say(language, name, Map.of());
  }

  public Set<String> names(String language) {
    return Set.copyOf(phrases(language).stringPropertyNames());
  }

  /// A variable without a value stays as it stands; what is filled in is never read as a template.
  public static String fill(String text, Map<String, String> variables) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
  }

  private Properties phrases(String language) {
    var phrases = byLanguage.getOrDefault(language, byLanguage.get(fallback));
    if (phrases == null) throw new IllegalStateException("no phrases in " + fallback);
    return phrases;
  }

  private static Properties read(Class<?> owner, String name) {
    var file = name + ".properties";
    var properties = new Properties();
    try (var in = owner.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("missing " + file + " beside " + owner);
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties;
  }
}
