package io.direktdraht.conversation.template;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Filled;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that a platform has approved. `body` has variables in double braces, numbered or named;
/// `head` and `foot` have none, and are empty where there is nothing; `buttons` stand below. What
/// fits into a variable is decided here alone.
public record Template(
    String name,
    String language,
    Category category,
    String head,
    String body,
    String foot,
    List<String> buttons) {
  /// Of the body once it is filled in, in characters.
  public static final int LONGEST = 1024;

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");
  private static final Pattern GAP = Pattern.compile(" {5}");

  public Template {
    buttons = List.copyOf(buttons);
  }

  /// By what the platform charges.
  public enum Category {
    UTILITY,
    MARKETING,
    OTHER
  }

  /// What became of values.
  public sealed interface Filling {
    /// `content` says all that the contact will see.
    record Fits(Content content) implements Filling {}

    /// By the name of the variable, what is wrong with its value.
    record Unfit(Map<String, Fault> faults) implements Filling {
      public Unfit {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// Why a value cannot be sent.
  public enum Fault {
    /// There is none, or nothing that anybody could see.
    MISSING,
    /// The template has no such variable.
    UNKNOWN,
    /// A line break, a tab, or something else that is no letter.
    BREAK,
    /// More than four spaces in a row.
    GAP,
    /// The message becomes too long.
    LONG
  }

  /// Numbers in their order, else names as they first appear.
  public List<String> variables() {
    var names = VARIABLE.matcher(body).results().map(found -> found.group(1)).distinct().toList();
    return names.stream().allMatch(Template::number)
        ? names.stream().sorted(Comparator.comparing(Integer::valueOf)).toList()
        : names;
  }

  /// Whether the variables can be told apart by one who only counts them, or only reads names.
  public boolean sound() {
    var names = variables();
    boolean counted = true;
    for (int i = 0; i < names.size(); i++) counted &= names.get(i).equals("" + (i + 1));
    return (counted || names.stream().noneMatch(Template::number))
        && !VARIABLE.matcher(body).replaceAll("").contains("{{");
  }

  /// All that the contact will see, with the variables still in it.
  public String text() {
    return whole(body);
  }

  /// Values by the names of their variables. What looks like a variable in a value stays as it is.
  public Filling fill(Map<String, String> values) {
    var variables = variables();
    var faults = faults(variables, values);
    if (!faults.isEmpty()) return new Filling.Unfit(faults);
    var filled =
        VARIABLE
            .matcher(body)
            .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    if (!variables.isEmpty() && filled.codePointCount(0, filled.length()) > LONGEST)
      return new Filling.Unfit(
          variables.stream().collect(Collectors.toMap(one -> one, _ -> Fault.LONG)));
    var given =
        variables.stream().map(one -> new Filled.Value(one, values.getOrDefault(one, ""))).toList();
    return new Filling.Fits(Content.text(whole(filled)).as(new Filled(name, language, given)));
  }

  private static Map<String, Fault> faults(List<String> variables, Map<String, String> values) {
    var faults = new LinkedHashMap<String, Fault>();
    for (var name : values.keySet()) if (!variables.contains(name)) faults.put(name, Fault.UNKNOWN);
    for (var name : variables)
      fault(values.getOrDefault(name, "")).ifPresent(fault -> faults.put(name, fault));
    return faults;
  }

  /// What Meta takes for the text of a parameter.
  private static Optional<Fault> fault(String value) {
    if (Content.text(value).invisible()) return Optional.of(Fault.MISSING);
    if (value.codePoints().anyMatch(Template::breaks)) return Optional.of(Fault.BREAK);
    return GAP.matcher(value).find() ? Optional.of(Fault.GAP) : Optional.empty();
  }

  private static boolean breaks(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private static boolean number(String name) {
    return name.matches("\\d{1,3}");
  }

  private String whole(String middle) {
    return Stream.of(head, middle, foot)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
