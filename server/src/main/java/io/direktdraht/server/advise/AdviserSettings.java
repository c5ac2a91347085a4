package io.direktdraht.server.advise;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// `url`: the base of an API like OpenAI's, empty: nobody is asked. `deadline`: how long a contact
/// waits for an advice; `rest`: how long nobody is asked after one failed.
public record AdviserSettings(
    @Nullable String url, @Nullable String key, String model, Duration deadline, Duration rest) {
  public AdviserSettings {
    if (deadline.isNegative() || deadline.isZero())
      throw new IllegalArgumentException("adviser.deadline must be positive, was " + deadline);
    if (url != null && !url.isBlank() && model.isBlank())
      throw new IllegalArgumentException("adviser.model must be named with adviser.url");
  }

  boolean wanted() {
    return url != null && !url.isBlank();
  }

  @Override
  public String toString() {
    return "AdviserSettings[url=" + url + ", model=" + model + "]";
  }
}
