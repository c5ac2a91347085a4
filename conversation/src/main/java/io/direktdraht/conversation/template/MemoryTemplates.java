package io.direktdraht.conversation.template;

import io.direktdraht.conversation.Line;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Templates in memory, of platforms that can be silenced.
public final class MemoryTemplates implements Templates {
  private final Map<Line.Id, Offer> offers = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public MemoryTemplates(InstantSource clock) {
    this.clock = clock;
  }

  public void tell(Line.Id line, Template... all) {
    offers.put(line, new Offer.Known(List.of(all), List.of(), clock.instant(), null));
  }

  /// What is approved besides, and cannot be sent from here.
  public void withhold(Line.Id line, Unusable... more) {
    offers.computeIfPresent(
        line,
        (_, before) ->
            before instanceof Offer.Known(var all, _, var at, var outage)
                ? new Offer.Known(all, List.of(more), at, outage)
                : before);
  }

  /// The platform no longer answers.
  public void silence(Line.Id line, String why) {
    offers.merge(
        line,
        new Offer.Unknown(why),
        (before, silent) ->
            before instanceof Offer.Known(var all, var unusable, var at, _)
                ? new Offer.Known(all, unusable, at, why)
                : silent);
  }

  /// The line lacks a setting.
  public void unset(Line.Id line, String setting) {
    offers.put(line, new Offer.Unset(setting));
  }

  @Override
  public Offer on(Line.Id line) {
    return offers.getOrDefault(line, new Offer.None());
  }
}
