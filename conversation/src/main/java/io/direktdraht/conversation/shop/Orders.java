package io.direktdraht.conversation.shop;

/// The shop's orders.
public interface Orders {
  /// `number` in normal form, e.g. "LH-402915".
  Lookup find(String number);

  /// What a look-up gives. `Unavailable` means that the shop could not be asked; the reason is for
  /// engineers.
  sealed interface Lookup {
    record Found(Order order) implements Lookup {}

    record NotFound() implements Lookup {}

    record Unavailable(String reason) implements Lookup {}
  }
}
