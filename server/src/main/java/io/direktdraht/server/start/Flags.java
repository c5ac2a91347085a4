package io.direktdraht.server.start;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options of a command, each at most once, and the words between them.
record Flags(Map<String, String> values, Set<String> switches, List<String> words) {
  Flags {
    values = Map.copyOf(values);
    switches = Set.copyOf(switches);
    words = List.copyOf(words);
  }

  /// Of these, `valued` are followed by a value, after a blank or after "=".
  static Flags read(List<String> arguments, Set<String> valued, Set<String> switches) {
    var values = new HashMap<String, String>();
    var given = new HashSet<String>();
    var words = new ArrayList<String>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      var name = equals < 0 ? argument : argument.substring(0, equals);
      if (valued.contains(name)) {
        if (equals < 0 && !rest.hasNext())
          throw new IllegalArgumentException(name + " needs a value");
        var value = equals < 0 ? rest.next() : argument.substring(equals + 1);
        if (value.isBlank() || value.startsWith("--"))
          throw new IllegalArgumentException(name + " needs a value");
        if (values.put(name, value) != null)
          throw new IllegalArgumentException(name + " is given twice");
      } else if (switches.contains(argument)) given.add(argument);
      else if (argument.startsWith("-")) throw new IllegalArgumentException("unknown: " + name);
      else words.add(argument);
    }
    return new Flags(values, given, words);
  }

  boolean has(String name) {
    return switches.contains(name);
  }

  @Nullable String value(String name) {
    return values.get(name);
  }

  String required(String name) {
    var value = values.get(name);
    if (value == null) throw new IllegalArgumentException(name + " is missing");
    return value;
  }

  /// The one word that must be there.
  String word(String what) {
    if (words.size() > 1) throw new IllegalArgumentException("unknown: " + words.get(1));
    if (words.isEmpty()) throw new IllegalArgumentException(what + " is missing");
    return words.getFirst();
  }

  void noWord() {
    if (!words.isEmpty()) throw new IllegalArgumentException("unknown: " + words.getFirst());
  }
}
