package io.direktdraht.server.phone;

import io.direktdraht.channel.sms.SmsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Calls our own doors as the platforms do, signatures and all.
final class Webhooks {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String NAME = "Robin";
  private final PhoneLines lines;
  private final URI platform;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong numbers;
  private volatile int port;

  /// What a contact does. `payload`: of what was pressed; `picture`: of what was sent.
  record Said(String text, @Nullable String payload, String menu, @Nullable String picture) {}

  Webhooks(PhoneLines lines, URI platform, InstantSource clock) {
    this.lines = lines;
    this.platform = platform;
    this.clock = clock;
    this.numbers = new AtomicLong(clock.millis()); // higher than before the last start
  }

  void reach(int port) {
    this.port = port;
  }

  /// True when the door took it.
  boolean said(Messenger messenger, String phone, Said said) {
    return switch (messenger) {
      case WHATSAPP ->
          whatsapp(
              Map.of(
                  "messages",
                  List.of(message(phone, said)),
                  "contacts",
                  List.of(Map.of("wa_id", "49" + phone, "profile", Map.of("name", NAME)))));
      case TELEGRAM -> telegram(update(phone, said));
      case SMS -> sms("", text(phone, said));
    };
  }

  /// What became of a message of the shop's; Telegram tells nothing.
  boolean status(Messenger messenger, String phone, String reference, String status) {
    return switch (messenger) {
      case WHATSAPP ->
          whatsapp(
              Map.of(
                  "statuses",
                  List.of(
                      Map.of(
                          "id",
                          "wamid.out",
                          "status",
                          status,
                          "timestamp",
                          "" + clock.instant().getEpochSecond(),
                          "recipient_id",
                          "49" + phone,
                          "biz_opaque_callback_data",
                          reference))));
      case TELEGRAM -> true;
      case SMS ->
          sms("?" + reference, Map.of("MessageSid", "SMout" + next(), "MessageStatus", status));
    };
  }

  private Map<String, Object> message(String phone, Said said) {
    var message = new LinkedHashMap<String, Object>();
    message.put("from", "49" + phone);
    message.put("id", "wamid." + next());
    message.put("timestamp", "" + clock.instant().getEpochSecond());
    if (said.picture != null) {
      message.put("type", "image");
      message.put("image", Map.of("id", said.picture, "caption", said.text));
    } else if (said.payload != null) {
      var type = said.menu.equals("list") ? "list_reply" : "button_reply";
      var reply = Map.of("id", said.payload, "title", said.text);
      message.put("type", "interactive");
      message.put("interactive", Map.of("type", type, type, reply));
    } else {
      message.put("type", "text");
      message.put("text", Map.of("body", said.text));
    }
    return message;
  }

  private boolean whatsapp(Map<String, Object> content) {
    var value = new LinkedHashMap<>(content);
    value.put("messaging_product", "whatsapp");
    value.put("metadata", Map.of("phone_number_id", lines.whatsapp().phoneNumberId()));
    var change = Map.of("field", "messages", "value", value);
    var entry = Map.of("id", "1", "changes", List.of(change));
    var body = bytes(Map.of("object", "whatsapp_business_account", "entry", List.of(entry)));
    var mac = mac("HmacSHA256", lines.whatsapp().appSecret(), body);
    return post(
        Messenger.WHATSAPP,
        "",
        body,
        Map.of("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac)));
  }

  private Map<String, Object> update(String phone, Said said) {
    long id = Long.parseLong(phone);
    long number = next();
    var chat = Map.of("id", id, "type", "private");
    var from = Map.of("id", id, "is_bot", false, "first_name", NAME);
    var message = new LinkedHashMap<String, Object>();
    message.put("message_id", number);
    message.put("chat", chat);
    message.put("date", clock.instant().getEpochSecond());
    var update = new LinkedHashMap<String, Object>();
    update.put("update_id", number);
    if (said.payload != null) {
      var button = Map.of("text", said.text, "callback_data", said.payload);
      message.put("reply_markup", Map.of("inline_keyboard", List.of(List.of(button))));
      update.put(
          "callback_query",
          Map.of("id", "" + number, "from", from, "message", message, "data", said.payload));
      return update;
    }
    message.put("from", from);
    if (said.picture == null) message.put("text", said.text);
    else {
      message.put("photo", List.of(Map.of("file_id", said.picture)));
      message.put("caption", said.text);
    }
    update.put("message", message);
    return update;
  }

  private boolean telegram(Map<String, Object> update) {
    var secret = Map.of("X-Telegram-Bot-Api-Secret-Token", lines.telegram().secret());
    return post(Messenger.TELEGRAM, "", bytes(update), secret);
  }

  private Map<String, String> text(String phone, Said said) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", "SM" + next());
    fields.put("From", "+49" + phone);
    fields.put("To", lines.sms().from());
    fields.put("Body", said.text);
    fields.put("NumMedia", said.picture == null ? "0" : "1");
    if (said.picture != null) {
      fields.put("MediaUrl0", platform + "/media/" + said.picture);
      fields.put("MediaContentType0", "image/jpeg");
    }
    return fields;
  }

  /// Signed over the address, and the fields in the order of their names.
  private boolean sms(String query, Map<String, String> fields) {
    SmsSettings sms = lines.sms();
    var signed = new StringBuilder(sms.publicUrl() + "/webhooks/sms/" + sms.line() + query);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    var mac = mac("HmacSHA1", sms.authToken(), signed.toString().getBytes(StandardCharsets.UTF_8));
    var body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(
        Messenger.SMS,
        query,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("X-Twilio-Signature", Base64.getEncoder().encodeToString(mac)));
  }

  private boolean post(
      Messenger messenger, String query, byte[] body, Map<String, String> headers) {
    var door = "http://localhost:" + port + "/webhooks/" + messenger.channel() + "/";
    var request =
        HttpRequest.newBuilder(URI.create(door + messenger.line() + query))
            .timeout(TIMEOUT)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException closed) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long next() {
    return numbers.incrementAndGet();
  }

  private byte[] bytes(Map<String, Object> body) {
    return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mac(String algorithm, String secret, byte[] body) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
