package io.direktdraht.conversation;

import java.time.Instant;
import java.util.List;
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
}
