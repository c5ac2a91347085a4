package io.direktdraht.channel.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsUntoldTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T08:00:00Z");
  private static final String LIST =
      "/2010-04-01/Accounts/" + SmsDialect.ACCOUNT + "/Messages.json";
  private final WireMockServer twilio = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    twilio.start();
  }

  @AfterEach
  void stop() {
    twilio.stop();
  }

  @Test
  void whatCameSinceIsToldAsTwilioWouldHaveTheEldestFirst() throws InterruptedException {
    list(
        null,
        message("SM3", "inbound", "08:30:00", "Ist da jemand & wer? 🙈"),
        message("SM2", "outbound-api", "08:20:00", "Gleich"),
        message("SM1", "inbound", "08:10:00", "Hallo"),
        message("SM0", "inbound", "07:59:59", "früher"));
    var calls = untold(SmsDialect.FROM).orElseThrow();
    assertThat(calls.stream().map(this::telling).map(Hook.Telling::key))
        .containsExactly("message:SM1", "message:SM3");
    assertThat(telling(calls.getLast()).occurrences())
        .singleElement()
        .isInstanceOfSatisfying(
            Said.class,
            said -> {
              assertThat(said.key()).isEqualTo("SM3");
              assertThat(said.from().id()).isEqualTo("+4915112345678");
              assertThat(said.content().text()).isEqualTo("Ist da jemand & wer? 🙈");
            });
    twilio.verify(
        getRequestedFor(urlPathEqualTo(LIST))
            .withQueryParam("To", equalTo(SmsDialect.FROM))
            .withQueryParam("DateSent>", equalTo("2026-11-23"))
            .withHeader("Authorization", matching("Basic .+")));
  }

  @Test
  void pagesAreTurnedUntilMessagesAreOlder() throws InterruptedException {
    list(LIST + "?Page=1", message("SM4", "inbound", "08:40:00", "vier"));
    twilio.stubFor(
        get(urlPathEqualTo(LIST))
            .withQueryParam("Page", equalTo("1"))
            .willReturn(
                okJson(
                    page(
                        LIST + "?Page=2",
                        message("SM3", "inbound", "08:30:00", "drei"),
                        message("SM2", "inbound", "07:30:00", "zwei")))));
    assertThat(untold(SmsDialect.FROM).orElseThrow().stream().map(this::telling))
        .extracting(Hook.Telling::key)
        .containsExactly("message:SM3", "message:SM4");
    twilio.verify(2, getRequestedFor(urlPathEqualTo(LIST)));
  }

  @Test
  void aMessagingServiceIsNotAskedAbout() throws InterruptedException {
    assertThat(untold("MG00000000000000000000000000000001")).contains(List.of());
    twilio.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void whatTwilioDoesNotAnswerIsNotNothing() throws InterruptedException {
    for (var answer :
        List.of(
            unauthorized().withBody("{\"code\":20003}"),
            ok("<html>login</html>"),
            okJson("{}"),
            aResponse().withFault(Fault.EMPTY_RESPONSE))) {
      twilio.stubFor(get(urlPathEqualTo(LIST)).willReturn(answer));
      assertThat(untold(SmsDialect.FROM)).isEmpty();
    }
  }

  private void list(@Nullable String next, String... messages) {
    twilio.stubFor(get(urlPathEqualTo(LIST)).willReturn(okJson(page(next, messages))));
  }

  private static String page(@Nullable String next, String... messages) {
    return "{\"messages\":[%s],\"next_page_uri\":%s}"
        .formatted(String.join(",", messages), next == null ? "null" : "\"" + next + "\"");
  }

  private static String message(String sid, String direction, String time, String text) {
    return """
    {"sid":"%s","direction":"%s","from":"+4915112345678","to":"+15551230002","num_media":"0",\
    "date_created":"Mon, 23 Nov 2026 %s +0000","body":"%s"}\
    """
        .formatted(sid, direction, time, text);
  }

  private Hook.Telling telling(String call) {
    return new SmsHook(settings(SmsDialect.FROM), () -> NINE).read(call);
  }

  private Optional<List<String>> untold(String from) throws InterruptedException {
    return new SmsSender(settings(from), () -> NINE).untold(SINCE);
  }

  private SmsSettings settings(String from) {
    return new SmsSettings(
        new Line.Id("sms-de"),
        SmsDialect.ACCOUNT,
        SmsDialect.TOKEN,
        from,
        URI.create(SmsDialect.PUBLIC),
        false,
        URI.create(twilio.baseUrl()),
        Duration.ofSeconds(5));
  }
}
