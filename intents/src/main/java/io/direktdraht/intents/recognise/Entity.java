package io.direktdraht.intents.recognise;

import java.util.Arrays;
import java.util.Optional;

/// A piece of data found in a message: its normalised value and where it stood.
public record Entity(Kind kind, String value, int start, int end) {
  /// What can be found, by the name that slots use.
  public enum Kind {
    ORDER_NUMBER("order_number"),
    EMAIL("email"),
    DATE("date"),
    AMOUNT("amount"),
    POSTCODE("postcode"),
    /// In the international form of E.164.
    PHONE("phone"),
    /// As the list of products has it.
    PRODUCT("product"),
    CUSTOMER_NUMBER("customer_number"),
    /// Masked: the country and the last four characters.
    IBAN("iban"),
    /// Masked: the last four digits.
    CARD("card");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public static Optional<Kind> named(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
  }
}
