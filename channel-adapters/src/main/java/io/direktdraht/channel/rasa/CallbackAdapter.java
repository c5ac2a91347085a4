package io.direktdraht.channel.rasa;

import io.direktdraht.channel.platform.Signature;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Rasa's callback channel: posts each of our messages to the configured URL, signed with
/// `X-Direktdraht-Signature: sha256=<hex HMAC-SHA256 of the body>`. `X-Direktdraht-Delivery` names
/// the message, so that a receiver can recognise a repetition; nothing says that it does, hence not
/// repeatable.
public final class CallbackAdapter implements ChannelAdapter {
  private final URI callback;
  private final RasaSettings settings;
  private final InstantSource clock;
  private final RasaElements elements;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final JsonMapper json = new JsonMapper();

  public CallbackAdapter(
      URI callback, RasaSettings settings, FileLinks links, InstantSource clock) {
    this.callback = callback;
    this.settings = settings;
    this.clock = clock;
    this.elements = new RasaElements(links);
  }

  @Override
  public Line.Id line() {
    return RasaSettings.CALLBACK;
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public @Nullable Duration window() {
    return null;
  }

  @Override
  public DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
    var element = elements.message(message.recipient(), message.author(), message.content());
    var body = json.writeValueAsString(element);
    var request =
        HttpRequest.newBuilder(callback)
            .timeout(settings.callbackTimeout())
            .header("Content-Type", "application/json")
            .header("X-Direktdraht-Signature", "sha256=" + signature(body))
            .header("X-Direktdraht-Delivery", message.conversation() + "/" + message.seq())
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return result(http.send(request, BodyHandlers.discarding()));
    } catch (ConnectException | HttpConnectTimeoutException refused) {
      return new DeliveryResult.Retry(clock.instant(), refused.toString()); // nothing was written
    } catch (IOException lost) {
      return new DeliveryResult.Ambiguous(lost.toString());
    }
  }

  private String signature(String body) {
    return Signature.sign(settings.callbackSecret(), body.getBytes(StandardCharsets.UTF_8));
  }

  private DeliveryResult result(HttpResponse<?> response) {
    int status = response.statusCode();
    var said = "HTTP " + status;
    return switch (status) {
      case 401, 403 -> new DeliveryResult.Unauthorized(said);
      case 408, 429 -> new DeliveryResult.Retry(hint(response), said);
      case 410 -> new DeliveryResult.Unreachable(said);
      default ->
          status < 300
              ? new DeliveryResult.Accepted("")
              : status >= 500
                  ? new DeliveryResult.Retry(hint(response), said)
                  : new DeliveryResult.Invalid(said);
    };
  }

  /// `Retry-After` in seconds (RFC 9110, 10.2.3); anything else is no hint.
  private Instant hint(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(seconds -> clock.instant().plusSeconds(Long.parseLong(seconds)))
        .orElse(clock.instant());
  }
}
