package io.direktdraht.channel.setup;

import java.util.List;
import java.util.function.Function;

/// A kind of channel: what is to be told of a line of it, and how a line is made of that. `S` is
/// the channel's settings record, whose components are the fields, but for the one that is the
/// line's name: `naming`.
public record Kind<S>(
    String channel,
    String naming,
    List<Field> fields,
    Class<S> settings,
    Function<S, Connector> line) {
  public Kind {
    fields = List.copyOf(fields);
  }

  public Kind(String channel, List<Field> fields, Class<S> settings, Function<S, Connector> line) {
    this(channel, "line", fields, settings, line);
  }

  /// `name` as in the settings file. `secret`: it is never shown again. `destination`: an address
  /// at which secrets of the line are shown.
  public record Field(String name, boolean secret, boolean needed, boolean destination) {
    public static Field needed(String name) {
      return new Field(name, false, true, false);
    }

    public static Field secret(String name) {
      return new Field(name, true, true, false);
    }

    public static Field optional(String name) {
      return new Field(name, false, false, false);
    }

    public static Field destination(String name) {
      return new Field(name, false, false, true);
    }

    public static Field neededDestination(String name) {
      return new Field(name, false, true, true);
    }

    public static Field optionalSecret(String name) {
      return new Field(name, true, false, false);
    }
  }
}
