package io.direktdraht.channel.rasa;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.Outgoing;
import io.direktdraht.conversation.outbox.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// From what was said to what the receiver has: each message once, in order, and what is missing is
/// shown as missing.
class CallbackOutboxTest {
  @RegisterExtension
  static final WireMockExtension RECEIVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
  private final Outgoing out = new Outgoing(POLICY);

  @Test
  void theReceiverHasEveryMessageOnceInOrderDespiteTrouble() throws InterruptedException {
    RECEIVER.stubFor(post("/in").willReturn(ok()));
    trouble("zwei", 1, status(503));
    trouble("zwei", 2, status(429).withHeader("Retry-After", "30"));
    trouble("drei", 1, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    trouble("vier", 1, status(400));
    var seen = out.saying("eins", "zwei", "drei", "vier", "fünf");
    drain();
    assertThat(posted()).containsExactly("eins", "zwei", "zwei", "zwei", "drei", "vier", "fünf");
    assertThat(failures(seen)).containsExactly("ambiguous", "invalid");
    assertThat(out.owed(seen)).isEmpty();
  }

  @Test
  void aDeadSecretPausesTheLineAndLosesNothing() throws InterruptedException {
    RECEIVER.stubFor(post("/in").willReturn(status(401)));
    var seen = out.saying("eins", "zwei");
    var outbox = outbox();
    carry(outbox);
    assertThat(outbox.paused()).contains("HTTP 401");
    assertThat(posted()).containsExactly("eins", "eins");
    RECEIVER.resetRequests();
    RECEIVER.stubFor(post("/in").willReturn(ok()));
    outbox.resume();
    drain(outbox);
    assertThat(posted()).containsExactly("eins", "zwei");
    assertThat(failures(seen)).isEmpty();
  }

  private static void trouble(String text, int time, ResponseDefinitionBuilder response) {
    RECEIVER.stubFor(
        post("/in")
            .atPriority(1)
            .inScenario(text)
            .whenScenarioStateIs(
                time == 1 ? com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED : "" + time)
            .willSetStateTo("" + (time + 1))
            .withRequestBody(containing("\"" + text + "\""))
            .willReturn(response));
  }

  private Outbox outbox() {
    return out.to(Callbacks.to(RECEIVER.baseUrl() + "/in"));
  }

  private void drain() throws InterruptedException {
    drain(outbox());
  }

  private void drain(Outbox outbox) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      carry(outbox);
      out.later(Duration.ofSeconds(31));
    }
  }

  private static void carry(Outbox outbox) throws InterruptedException {
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
  }

  private static List<String> posted() {
    var json = new tools.jackson.databind.json.JsonMapper();
    return RECEIVER.getAllServeEvents().reversed().stream()
        .map(event -> json.readTree(event.getRequest().getBody()).get("text").stringValue())
        .toList();
  }

  private List<String> failures(Conversation conversation) {
    return out.failures(conversation).stream().map(failed -> failed.failure()).toList();
  }
}
