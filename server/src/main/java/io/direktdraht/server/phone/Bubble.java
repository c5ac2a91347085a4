package io.direktdraht.server.phone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message on the phone. `number` counts those of one messenger. `menu`: how choices are shown,
/// "buttons" or "list". `picture` names what was sent with it; `reference` is what the shop's
/// sender wants to have back with a status.
record Bubble(
    int number,
    boolean mine,
    String text,
    List<Choice> choices,
    String menu,
    @Nullable String picture,
    String reference,
    Status status) {
  /// A choice that can be pressed, with what it sends back.
  record Choice(String title, String payload) {}

  /// In this order: it never goes down.
  enum Status {
    SENT,
    DELIVERED,
    READ
  }

  Bubble {
    choices = List.copyOf(choices);
  }

  static Bubble mine(String text, @Nullable String picture) {
    return new Bubble(0, true, text, List.of(), "", picture, "", Status.SENT);
  }

  static Bubble shops(String text, List<Choice> choices, String menu, String reference) {
    return new Bubble(0, false, text, choices, menu, null, reference, Status.SENT);
  }

  Bubble numbered(int place) {
    return new Bubble(place, mine, text, choices, menu, picture, reference, status);
  }

  Bubble reached(Status now) {
    var highest = now.compareTo(status) > 0 ? now : status;
    return new Bubble(number, mine, text, choices, menu, picture, reference, highest);
  }
}
