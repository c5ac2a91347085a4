package io.direktdraht.conversation.template;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Filled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that a platform has approved. `body` has variables in double braces, numbered or named;
/// the head may have one, or want a file; `foot` has none and is empty where there is nothing. What
/// fits is decided here alone. A variable's name tells its place: `1` or `first_name` is of the
/// body, `head:1` of the head, `button:0` the end of the first button's address, `code:1` the code
/// of the second; the head's file is `head`.
public record Template(
    String name,
    String language,
    Category category,
    Head head,
    String body,
    String foot,
    List<Button> buttons) {
  /// How the names of the head's variables begin.
  public static final String HEAD = "head:";

  /// Before the place of a button with an address, from nought.
  public static final String BUTTON = "button:";

  /// Before the place of a button with a code, from nought.
  public static final String CODE = "code:";

  /// Of the body once it is filled in, in characters.
  public static final int LONGEST = 1024;

  static final int LONGEST_HEAD = 60;
  static final int LONGEST_LINK = 2000;
  static final int LONGEST_CODE = 15;

  /// By which faults name the file.
  private static final String FILE = "head";

  private static final Pattern GAP = Pattern.compile(" {5}");

  /// What may stand in an address as it is.
  private static final Pattern ADDRESS = Pattern.compile("[!#-;=?-\\[\\]_a-z~]+");

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9]+");

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

  /// Why a value or a file cannot be sent.
  public enum Fault {
    /// There is none, or nothing that anybody could see.
    MISSING,
    /// The template has no such variable, or no place for a file.
    UNKNOWN,
    /// A line break, a tab, or something else that is no letter.
    BREAK,
    /// More than four spaces in a row.
    GAP,
    /// The message, or the address, becomes too long.
    LONG,
    /// A space, or something else that does not stand in an address.
    LINK,
    /// Other than letters and digits.
    CODE,
    /// A file of another kind.
    KIND,
    /// A file that is too big.
    BIG
  }

  /// In the order in which they are read.
  public List<String> variables() {
    return blanks().stream().flatMap(one -> one.names().stream()).toList();
  }

  /// Whether every variable can be told apart from the others, and stands where it can be filled.
  public boolean sound() {
    var words = new Blanks(words());
    return new Blanks(body).sound()
        && words.sound()
        && words.names().size() < 2
        && !foot.contains("{{")
        && buttons.stream()
            .allMatch(one -> !(one instanceof Button.Link link) || new Blanks(link.url()).open());
  }

  /// What the contact will read, with the variables still in it; without the buttons.
  public String text() {
    return joined(new Blanks(words()).at(HEAD).text(), body, foot);
  }

  /// What is behind the button at this place, with its variable still in it; empty: nothing.
  public String behind(int place) {
    return switch (buttons.get(place)) {
      case Button.Plain _ -> "";
      case Button.Link(_, var url) -> url.replaceFirst("\\{\\{.*", "{{" + BUTTON + place + "}}");
      case Button.Code _ -> "{{" + CODE + place + "}}";
    };
  }

  public Filling fill(Map<String, String> values) {
    return fill(values, List.of());
  }

  /// Values by the names of their variables, and the file of the head.
  public Filling fill(Map<String, String> values, List<Attachment> files) {
    var faults = new LinkedHashMap<String, Fault>();
    var variables = variables();
    for (var name : values.keySet()) if (!variables.contains(name)) faults.put(name, Fault.UNKNOWN);
    for (var name : variables)
      fault(name, values.getOrDefault(name, "")).ifPresent(fault -> faults.put(name, fault));
    fault(files).ifPresent(fault -> faults.put(FILE, fault));
    if (faults.isEmpty()) faults.putAll(tooLong(values));
    if (!faults.isEmpty()) return new Filling.Unfit(faults);
    var given =
        variables.stream().map(one -> new Filled.Value(one, values.getOrDefault(one, ""))).toList();
    return new Filling.Fits(
        Content.text(said(values)).with(files).as(new Filled(name, language, given)));
  }

  private String words() {
    return head instanceof Head.Words(var text) ? text : "";
  }

  /// What has variables: head, body, and what is behind each button.
  private List<Blanks> blanks() {
    var all = new ArrayList<>(List.of(new Blanks(words()).at(HEAD), new Blanks(body)));
    for (int i = 0; i < buttons.size(); i++) all.add(new Blanks(behind(i)));
    return all;
  }

  /// Addresses stand below, so that they can be read elsewhere too.
  private String said(Map<String, String> values) {
    var below = new ArrayList<String>();
    for (int i = 0; i < buttons.size(); i++)
      if (!behind(i).isEmpty())
        below.add(buttons.get(i).title() + ": " + new Blanks(behind(i)).filled(values));
    return joined(
        new Blanks(words()).at(HEAD).filled(values),
        new Blanks(body).filled(values),
        foot,
        String.join("\n", below));
  }

  private Optional<Fault> fault(List<Attachment> files) {
    if (!(head instanceof Head.File wanted))
      return files.isEmpty() ? Optional.empty() : Optional.of(Fault.UNKNOWN);
    return switch (files.size()) {
      case 0 -> Optional.of(Fault.MISSING);
      case 1 -> wanted.fault(files.getFirst());
      default -> Optional.of(Fault.UNKNOWN);
    };
  }

  /// What Meta takes for a parameter.
  private static Optional<Fault> fault(String variable, String value) {
    if (Content.text(value).invisible()) return Optional.of(Fault.MISSING);
    if (variable.startsWith(BUTTON)) return faultUnless(ADDRESS, value, Fault.LINK);
    if (variable.startsWith(CODE)) return faultUnless(LETTERS, value, Fault.CODE);
    if (value.codePoints().anyMatch(Template::breaks)) return Optional.of(Fault.BREAK);
    return GAP.matcher(value).find() ? Optional.of(Fault.GAP) : Optional.empty();
  }

  private static Optional<Fault> faultUnless(Pattern fits, String value, Fault fault) {
    return fits.matcher(value).matches() ? Optional.empty() : Optional.of(fault);
  }

  private Map<String, Fault> tooLong(Map<String, String> values) {
    var faults = new LinkedHashMap<String, Fault>();
    for (var part : blanks()) {
      var filled = part.filled(values);
      var names = part.names();
      if (!names.isEmpty() && filled.codePointCount(0, filled.length()) > longest(names.getFirst()))
        names.forEach(name -> faults.put(name, Fault.LONG));
    }
    return faults;
  }

  private static int longest(String variable) {
    if (variable.startsWith(HEAD)) return LONGEST_HEAD;
    if (variable.startsWith(BUTTON)) return LONGEST_LINK;
    return variable.startsWith(CODE) ? LONGEST_CODE : LONGEST;
  }

  private static boolean breaks(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }
}
