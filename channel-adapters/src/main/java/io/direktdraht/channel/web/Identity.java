package io.direktdraht.channel.web;

import io.direktdraht.channel.platform.Signature;
import java.nio.charset.StandardCharsets;

/// The shop's word for who is signed in: the hexadecimal HMAC-SHA256 of the customer's id, by a key
/// that only the shop and we know. Without a key nobody is believed.
public record Identity(String key) {
  public static final Identity NONE = new Identity("");

  public Identity {
    if (!key.isEmpty() && key.length() < 16)
      throw new IllegalArgumentException(
          "web.identity-key must have at least 16 characters, had " + key.length());
  }

  boolean proves(ClientFrame.Customer customer) {
    return Signature.hmac(key, customer.id().getBytes(StandardCharsets.UTF_8), customer.proof());
  }

  @Override
  public String toString() {
    return key.isEmpty() ? "Identity[]" : "Identity[***]";
  }
}
