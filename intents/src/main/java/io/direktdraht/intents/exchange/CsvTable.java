package io.direktdraht.intents.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Comma separated values as RFC 4180 has them: quoted fields may hold commas, line breaks and
/// doubled quotation marks.
record CsvTable(List<Row> rows) {
  CsvTable {
    rows = List.copyOf(rows);
  }

  /// A record and the line where it begins.
  record Row(int line, List<String> fields) {
    Row {
      fields = List.copyOf(fields);
    }
  }

  /// A place that follows no rule.
  static final class Malformed extends Exception {
    final int line;

    Malformed(int line, String message) {
      super(message);
      this.line = line;
    }
  }

  static CsvTable read(String text) throws Malformed {
    return new CsvTable(new Reading(text.startsWith("\uFEFF") ? text.substring(1) : text).all());
  }

  static String row(String... fields) {
    return List.of(fields).stream()
        .map(CsvTable::field)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(String value) {
    boolean plain =
        value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
            && value.strip().equals(value);
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static final class Reading {
    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    Reading(String text) {
      this.text = text;
    }

    List<Row> all() throws Malformed {
      while (at < text.length()) {
        int begins = line;
        var fields = new ArrayList<String>();
        do fields.add(field());
        while (skip(','));
        endOfRow();
        boolean blank = fields.size() == 1 && fields.getFirst().isEmpty();
        if (!blank) rows.add(new Row(begins, fields));
      }
      return rows;
    }

    private String field() throws Malformed {
      if (skip('"')) return quoted();
      int begins = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        if (text.charAt(at) == '"')
          throw new Malformed(line, "a quotation mark inside a field that is not quoted");
        at++;
      }
      return text.substring(begins, at);
    }

    private String quoted() throws Malformed {
      int begins = line;
      var field = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '\n') line++;
        if (c != '"') field.append(c);
        else if (skip('"')) field.append('"');
        else return field.toString();
      }
      throw new Malformed(begins, "a quotation mark is never closed");
    }

    private void endOfRow() throws Malformed {
      boolean ended = skip('\r');
      ended |= skip('\n');
      if (!ended && at < text.length())
        throw new Malformed(line, "text after a closing quotation mark");
      line++;
    }

    private boolean skip(char expected) {
      boolean there = at < text.length() && text.charAt(at) == expected;
      if (there) at++;
      return there;
    }
  }
}
