package io.direktdraht.bot.words;

import java.util.Map;

/// Facts about the company that answers may mention.
public record Company(String shop, String phone, String email, String openingHours) {
  Map<String, String> variables() {
    return Map.of("shop", shop, "phone", phone, "email", email, "opening_hours", openingHours);
  }
}
