package io.direktdraht.server.start;

import io.direktdraht.channel.setup.Roster;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Reads values as the settings file is read. Nothing in them is a placeholder.
public final class Values implements Roster.Reader {
  private static final String PREFIX = "line";

  @Override
  public <S> S read(Class<S> type, Map<String, String> values) {
    var named = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> named.put(PREFIX + "." + name, value));
    try {
      return new Binder(new MapConfigurationPropertySource(named))
          .bindOrCreate(PREFIX, Bindable.of(type));
    } catch (BindException nonsense) {
      throw new IllegalArgumentException(why(nonsense));
    }
  }

  /// What the settings record says of it; a value of the wrong kind is named, but never shown.
  private static String why(BindException nonsense) {
    for (Throwable cause = nonsense; cause != null; cause = cause.getCause())
      if (cause.getClass() == IllegalArgumentException.class && cause.getMessage() != null)
        return cause.getMessage();
    return nonsense.getName().getLastElement(Form.ORIGINAL) + " is not of the right kind";
  }
}
