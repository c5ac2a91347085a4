package io.direktdraht.console.view;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object under construction; instants and ids become text.
public final class Fields {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  public static Fields of(String name, @Nullable Object value) {
    return new Fields().with(name, value);
  }

  public Fields with(String name, @Nullable Object value) {
    fields.put(name, value instanceof Instant || value instanceof Record ? text(value) : value);
    return this;
  }

  public Map<String, @Nullable Object> map() {
    return Collections.unmodifiableMap(fields);
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
