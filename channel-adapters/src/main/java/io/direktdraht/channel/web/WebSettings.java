package io.direktdraht.channel.web;

import io.direktdraht.conversation.Line;
import java.time.Duration;
import java.util.List;

/// One web line. `origins` are pages that may embed the widget besides our own; `longestText`
/// counts characters; `perMinute` and `burst` limit one visitor's messages; by `identity` the shop
/// says who is signed in.
public record WebSettings(
    Line.Id line,
    List<String> origins,
    int longestText,
    int perMinute,
    int burst,
    Duration tokenLife,
    Identity identity) {
  public WebSettings {
    origins = List.copyOf(origins);
    if (longestText < 1 || longestText > 20_000)
      throw new IllegalArgumentException("web.longest-text must be 1 to 20000, was " + longestText);
    if (perMinute < 1)
      throw new IllegalArgumentException("web.per-minute must be at least 1, was " + perMinute);
    if (burst < 1) throw new IllegalArgumentException("web.burst must be at least 1, was " + burst);
  }
}
