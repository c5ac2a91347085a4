package io.direktdraht.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A customer. What is unknown is null; `points` are the addresses that were proven to be theirs.
public record Contact(ContactId id, Details details, List<Point> points, Instant since) {
  /// What the contact told us.
  public record Details(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language) {
    public static final Details NONE = new Details(null, null, null, null);

    /// What they told of it, or null.
    public @Nullable String of(Detail detail) {
      return switch (detail) {
        case NAME -> name;
        case EMAIL -> email;
        case PHONE -> phone;
        case LANGUAGE -> language;
      };
    }

    public Details with(Detail detail, String value) {
      return switch (detail) {
        case NAME -> new Details(value, email, phone, language);
        case EMAIL -> new Details(name, value, phone, language);
        case PHONE -> new Details(name, email, value, language);
        case LANGUAGE -> new Details(name, email, phone, value);
      };
    }
  }

  /// One thing a contact can tell us.
  public enum Detail {
    NAME,
    EMAIL,
    PHONE,
    LANGUAGE
  }

  /// An address on a line: a phone, a user id, a visitor.
  public record Point(Line.Id line, String externalId) {}

  public Contact {
    points = List.copyOf(points);
  }

  /// The address on this line that was proven last.
  public Optional<Point> newest(Line.Id line) {
    return points.stream().filter(point -> point.line().equals(line)).reduce((_, last) -> last);
  }
}
