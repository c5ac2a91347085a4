package io.direktdraht.channel.platform.setup;

import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import java.util.List;
import java.util.function.Function;

/// A kind of channel: what is to be told of a line of it, and how a line is made of that. `S` is
/// the channel's settings record, whose components, but for the line's name, are the fields.
public record Kind<S>(
    String channel, List<Field> fields, Class<S> settings, Function<S, PlatformLine> line) {
  public Kind {
    fields = List.copyOf(fields);
  }

  /// `name` as in the settings file. `secret`: it is never shown again.
  public record Field(String name, boolean secret, boolean needed) {
    public static Field needed(String name) {
      return new Field(name, false, true);
    }

    public static Field secret(String name) {
      return new Field(name, true, true);
    }

    public static Field optional(String name) {
      return new Field(name, false, false);
    }
  }
}
