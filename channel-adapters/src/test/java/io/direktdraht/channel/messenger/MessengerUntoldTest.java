package io.direktdraht.channel.messenger;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessengerUntoldTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T08:00:00Z");
  private static final String EDGE = "/v25.0/104/conversations";
  private final WireMockServer meta = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    meta.start();
  }

  @AfterEach
  void stop() {
    meta.stop();
  }

  @Test
  void whatContactsWroteSinceIsToldAsMetaWouldHave() throws InterruptedException {
    page(
        "",
        null,
        conversation(
            "08:40:00",
            message("m_3", "9001", "08:40:00", "Ist da jemand? 🙈"),
            message("m_2", "104", "08:31:00", "Wir sind gleich da"),
            message("m_1", "9001", "08:30:00", "Meine Lieferung fehlt"),
            message("m_0", "9001", "07:59:59", "Guten Tag")),
        conversation("08:10:00", message("m_9", "9002", "08:10:00", "")));
    var calls = untold(Network.MESSENGER).orElseThrow();
    assertThat(calls).hasSize(2);
    assertThat(said(calls.getFirst()))
        .containsExactly(
            said("9001", "m_1", "08:30:00", "Meine Lieferung fehlt"),
            said("9001", "m_3", "08:40:00", "Ist da jemand? 🙈"));
    assertThat(said(calls.getLast()).map(Said::key)).containsExactly("m_9");
    assertThat(untold(Network.MESSENGER)).contains(calls);
  }

  /// So a message that Meta had told before is received once.
  @Test
  void aMessageHasTheKeyThatItsCallHad() throws InterruptedException {
    page("", null, conversation("08:40:00", message("m_3", "9001", "08:40:00", "Hallo")));
    var told =
        """
        {"object":"page","entry":[{"id":"104","time":1,"messaging":[{"sender":{"id":"9001"},\
        "recipient":{"id":"104"},"timestamp":1795423200000,\
        "message":{"mid":"m_3","text":"Hallo"}}]}]}\
        """;
    assertThat(said(untold(Network.MESSENGER).orElseThrow().getFirst()))
        .containsExactlyElementsOf(said(told).toList());
  }

  @Test
  void pagesAreTurnedUntilConversationsAreOlder() throws InterruptedException {
    page("", "c 1", conversation("08:40:00", message("m_1", "9001", "08:40:00", "eins")));
    page(
        "c 1",
        "c 2",
        conversation("08:20:00", message("m_2", "9002", "08:20:00", "zwei")),
        conversation("07:00:00", message("m_3", "9003", "07:00:00", "drei")));
    assertThat(untold(Network.INSTAGRAM).orElseThrow()).hasSize(2);
    meta.verify(2, getRequestedFor(urlPathEqualTo(EDGE)));
    meta.verify(
        2,
        getRequestedFor(urlPathEqualTo(EDGE))
            .withQueryParam("platform", equalTo("instagram"))
            .withHeader("Authorization", equalTo("Bearer access-secret-of-the-test")));
  }

  @Test
  void whatMetaDoesNotAnswerIsNotNothing() throws InterruptedException {
    for (var answer :
        List.of(
            badRequest().withBody(MessengerDialect.error(200, 0)),
            ok("<html>login</html>"),
            okJson("{}"),
            aResponse().withFault(Fault.EMPTY_RESPONSE))) {
      meta.stubFor(get(urlPathEqualTo(EDGE)).willReturn(answer));
      assertThat(untold(Network.MESSENGER)).isEmpty();
    }
    page("", "c1", conversation("08:40:00", message("m_1", "9001", "08:40:00", "eins")));
    meta.stubFor(
        get(urlPathEqualTo(EDGE)).withQueryParam("after", equalTo("c1")).willReturn(serverError()));
    assertThat(untold(Network.MESSENGER)).isEmpty();
  }

  private void page(String after, String next, String... conversations) {
    var paging =
        next == null
            ? "{}"
            : "{\"cursors\":{\"after\":\"%s\"},\"next\":\"https://graph.example\"}".formatted(next);
    var asked = get(urlPathEqualTo(EDGE));
    if (!after.isEmpty()) asked.withQueryParam("after", equalTo(after));
    var body = "{\"data\":[%s],\"paging\":%s}".formatted(String.join(",", conversations), paging);
    meta.stubFor(asked.willReturn(okJson(body)));
  }

  private static String conversation(String updated, String... messages) {
    return "{\"updated_time\":\"2026-11-23T%s+0000\",\"messages\":{\"data\":[%s]}}"
        .formatted(updated, String.join(",", messages));
  }

  private static String message(String id, String from, String time, String text) {
    return "{\"id\":\"%s\",\"from\":{\"id\":\"%s\"},\"created_time\":\"2026-11-23T%s+0000\",\"message\":\"%s\"}"
        .formatted(id, from, time, text);
  }

  private static Said said(String from, String key, String time, String text) {
    long at = Instant.parse("2026-11-23T" + time + "Z").toEpochMilli();
    return new Said(new Occurrence.Person(from, null, null), key, at, Content.text(text));
  }

  private Stream<Said> said(String call) {
    return new MessengerHook(settings(), Network.MESSENGER)
        .read(call).occurrences().stream().map(Said.class::cast);
  }

  private Optional<List<String>> untold(Network network) throws InterruptedException {
    return new MessengerRegistration(settings(), network, () -> NINE).untold(SINCE);
  }

  private MessengerSettings settings() {
    return new MessengerSettings(
        new Line.Id("page-de"),
        MessengerDialect.PAGE,
        MessengerDialect.PAGE,
        "app-secret-of-the-test",
        "verify-secret-of-the-test",
        "access-secret-of-the-test",
        null,
        false,
        URI.create(meta.baseUrl()),
        null,
        null,
        false);
  }
}
