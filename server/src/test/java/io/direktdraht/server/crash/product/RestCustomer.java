package io.direktdraht.server.crash.product;

import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.history.History;
import io.direktdraht.storage.history.Operation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes through the Rasa door, one message after the other, and repeats what was not
/// acknowledged.
final class RestCustomer {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final History history;
  private final String sender;
  private final List<Body> unacknowledged = Collections.synchronizedList(new ArrayList<>());
  private int number;

  RestCustomer(History history, String sender) {
    this.history = history;
    this.sender = sender;
  }

  String sender() {
    return sender;
  }

  /// False when the product did not acknowledge it.
  boolean write(RunningProduct product) {
    return send(product, Body.next("kill", sender, number++));
  }

  /// With the same keys.
  void repeat(RunningProduct product) {
    for (var body : List.copyOf(unacknowledged))
      if (!send(product, body)) throw new AssertionError("not acknowledged: " + body);
  }

  private boolean send(RunningProduct product, Body body) {
    history.invoke(Operation.Kind.WIDGET_SEND, body);
    var text = "Frage zu Lieferung " + body;
    var request =
        HttpRequest.newBuilder(product.http("/webhooks/rest/webhook?token=" + product.token()))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", body.id().toString())
            .POST(
                BodyPublishers.ofString(
                    "{\"sender\":\"" + sender + "\",\"message\":\"" + text + "\"}"))
            .build();
    try {
      boolean taken = http.send(request, BodyHandlers.ofString()).statusCode() == 200;
      note(body, taken);
      return taken;
    } catch (IOException dead) {
      note(body, false);
      return false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private void note(Body body, boolean taken) {
    if (taken) {
      unacknowledged.remove(body);
      history.ok(Operation.Kind.WIDGET_SEND, body);
    } else {
      if (!unacknowledged.contains(body)) unacknowledged.add(body);
      history.info(Operation.Kind.WIDGET_SEND, body);
    }
  }
}
