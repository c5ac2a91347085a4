package io.direktdraht.server.phone;

import io.direktdraht.conversation.attachment.FileKind;
import io.direktdraht.server.phone.Bubble.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the page of the phone shows and does. `phone` is ten digits that the page chose.
@ConditionalOnProperty("direktdraht.demo")
@RestController
@RequestMapping("/demo/phone/{phone}/{messenger}")
final class PhoneHttp {
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_PICTURE = 10 * 1024 * 1024;
  private final PlayedPlatforms platforms;

  PhoneHttp(PlayedPlatforms platforms) {
    this.platforms = platforms;
  }

  /// What is typed.
  record Words(@Nullable String text) {}

  /// The number of a message, and of its choice, from 0.
  record Press(int bubble, int choice) {}

  @GetMapping
  List<Bubble> chat(@PathVariable String phone, @PathVariable String messenger) {
    return platforms.phones().chat(Messenger.of(messenger), checked(phone));
  }

  @PostMapping("/text")
  ResponseEntity<?> write(
      @PathVariable String phone, @PathVariable String messenger, @RequestBody Words words) {
    var text = words.text == null ? "" : words.text.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT)
      throw new IllegalArgumentException("text must have 1 to " + LONGEST_TEXT + " characters");
    return send(messenger, phone, new Webhooks.Said(text, null, "", null));
  }

  @PostMapping("/press")
  ResponseEntity<?> press(
      @PathVariable String phone, @PathVariable String messenger, @RequestBody Press press) {
    var bubble = platforms.phones().find(Messenger.of(messenger), checked(phone), press.bubble);
    if (bubble.isEmpty() || press.choice < 0 || press.choice >= bubble.get().choices().size())
      throw new IllegalArgumentException("there is no such choice");
    var choice = bubble.get().choices().get(press.choice);
    var said = new Webhooks.Said(choice.title(), choice.payload(), bubble.get().menu(), null);
    return send(messenger, phone, said);
  }

  @PostMapping(value = "/photo", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<?> photo(
      @PathVariable String phone,
      @PathVariable String messenger,
      @RequestParam(defaultValue = "") String text,
      InputStream body)
      throws IOException {
    var bytes = body.readNBytes(LONGEST_PICTURE + 1);
    if (bytes.length > LONGEST_PICTURE || type(bytes).isEmpty())
      throw new IllegalArgumentException("a photo is a picture of up to 10 MB");
    var picture = UUID.randomUUID().toString();
    platforms.phones().keep(picture, bytes);
    return send(messenger, phone, new Webhooks.Said(text.strip(), null, "", picture));
  }

  /// Everything that the shop wrote has been looked at.
  @PostMapping("/read")
  void read(@PathVariable String phone, @PathVariable String messenger) {
    var channel = Messenger.of(messenger);
    if (channel != Messenger.WHATSAPP) return; // only there it is told
    for (var bubble : platforms.phones().chat(channel, checked(phone)))
      if (!bubble.mine() && bubble.status() == Status.DELIVERED)
        platforms.reached(channel, phone, bubble, Status.READ);
  }

  @GetMapping("/picture/{id}")
  ResponseEntity<byte[]> picture(@PathVariable UUID id) {
    return platforms
        .phones()
        .picture(id.toString())
        .map(bytes ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type(bytes)))
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
  }

  private ResponseEntity<?> send(String messenger, String phone, Webhooks.Said said) {
    var channel = Messenger.of(messenger);
    checked(phone);
    var phones = platforms.phones();
    var bubble = phones.add(channel, phone, Bubble.mine(said.text(), said.picture()));
    if (!platforms.webhooks().said(channel, phone, said))
      return ResponseEntity.status(502).body(Map.of("detail", "the webhook was not taken"));
    phones.change(channel, phone, bubble.number(), one -> one.reached(Status.DELIVERED));
    return ResponseEntity.ok(Map.of("number", bubble.number()));
  }

  private static String checked(String phone) {
    if (!phone.matches("[1-9]\\d{9}"))
      throw new IllegalArgumentException("a phone has ten digits, was '" + phone + "'");
    return phone;
  }

  /// Empty when it is no picture that a screen draws.
  private static String type(byte[] bytes) {
    return FileKind.of(bytes)
        .map(FileKind::mediaType)
        .filter(kind -> kind.startsWith("image/"))
        .orElse("");
  }
}
