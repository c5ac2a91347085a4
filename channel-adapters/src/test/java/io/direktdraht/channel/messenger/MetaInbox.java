package io.direktdraht.channel.messenger;

/// Somebody answers in Meta's own inbox.
public final class MetaInbox {
  private MetaInbox() {}

  static String person(int contact) {
    return "psid-" + contact;
  }

  /// What they answered to this contact, as every app is told it.
  public static String echo(int contact, int order, String metadata, String text) {
    var message =
        "\"message\":{\"mid\":\"m_in_%d\",\"is_echo\":true,\"app_id\":1,\"metadata\":\"%s\",\"text\":\"%s\"}"
            .formatted(order, metadata, text);
    return MessengerDialect.entry(
        "{\"sender\":{\"id\":\"104\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":1458692752478,%s}"
            .formatted(person(contact), message));
  }

  /// Another app takes the contact or is given them; `owner`: which one.
  public static String control(int contact, int order, String kind, String owner) {
    return MessengerDialect.event(
        contact,
        order,
        "\"%s\":{\"previous_owner_app_id\":\"1\",\"new_owner_app_id\":\"%s\",\"metadata\":\"\"}"
            .formatted(kind, owner));
  }

  /// What a contact writes meanwhile.
  public static String standby(String body) {
    return body.replace("\"messaging\"", "\"standby\"");
  }
}
