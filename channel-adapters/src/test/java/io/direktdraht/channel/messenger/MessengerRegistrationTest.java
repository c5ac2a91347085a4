package io.direktdraht.channel.messenger;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Registration.Outcome;
import io.direktdraht.conversation.Line;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessengerRegistrationTest {
  private static final String EDGE = "/v25.0/104/subscribed_apps";
  private static final String ALL =
      "\"messages\",\"messaging_postbacks\",\"message_echoes\",\"message_deliveries\","
          + "\"message_reads\"";
  private final WireMockServer meta = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    meta.start();
    meta.stubFor(post(EDGE).willReturn(okJson("{\"success\":\"true\"}")));
  }

  @AfterEach
  void stop() {
    meta.stop();
  }

  @Test
  void aPageThatCallsUsIsLeftAlone() throws InterruptedException {
    lists(app("1", ALL + ",\"message_reads\""));
    assertThat(register(null)).isEqualTo(new Outcome.Known());
    assertThat(register("1")).isEqualTo(new Outcome.Known());
    meta.verify(0, postRequestedFor(urlEqualTo(EDGE)));
    meta.verify(
        2,
        getRequestedFor(urlEqualTo(EDGE))
            .withHeader("Authorization", equalTo("Bearer access-secret-of-the-test")));
  }

  @Test
  void aPageThatForgotUsIsSubscribedAgain() throws InterruptedException {
    for (var apps : new String[] {"", app("1", "\"messages\""), app("2", "\"feed\"")}) {
      meta.resetRequests();
      lists(apps);
      assertThat(register(null)).isEqualTo(new Outcome.Renewed("the page was not subscribed"));
      meta.verify(
          postRequestedFor(urlEqualTo(EDGE))
              .withRequestBody(containing("messages"))
              .withRequestBody(containing("messaging_postbacks"))
              .withRequestBody(containing("message_echoes")));
    }
  }

  @Test
  void whatMetaDoesNotOfferThisPageIsDoneWithout() throws InterruptedException {
    lists("");
    meta.stubFor(
        post(EDGE)
            .withRequestBody(containing("standby"))
            .willReturn(badRequest().withBody(MessengerDialect.error(100, 0))));
    assertThat(register(null)).isInstanceOf(Outcome.Renewed.class);
    meta.verify(3, postRequestedFor(urlEqualTo(EDGE)));
    meta.verify(
        1,
        postRequestedFor(urlEqualTo(EDGE))
            .withRequestBody(containing("messages"))
            .withRequestBody(notContaining("message_edits")));
  }

  @Test
  void aPageThatDoesNotTellWhoHasAConversationStillTellsTheRest() throws InterruptedException {
    lists("");
    meta.stubFor(
        post(EDGE)
            .withRequestBody(containing("messaging_handovers"))
            .willReturn(badRequest().withBody(MessengerDialect.error(100, 0))));
    assertThat(register(null)).isInstanceOf(Outcome.Renewed.class);
    meta.verify(
        1,
        postRequestedFor(urlEqualTo(EDGE))
            .withRequestBody(containing("standby"))
            .withRequestBody(notContaining("messaging_handovers")));
  }

  @Test
  void whatThePageTellsAnotherAppDoesNotReachUs() throws InterruptedException {
    lists(app("2", ALL));
    assertThat(register("1")).isInstanceOf(Outcome.Renewed.class);
    assertThat(register("2")).isEqualTo(new Outcome.Known());
  }

  @Test
  void whatMetaRefusesIsSaid() throws InterruptedException {
    lists("");
    meta.stubFor(post(EDGE).willReturn(badRequest().withBody(MessengerDialect.error(200, 0))));
    assertThat(register(null)).isEqualTo(new Outcome.Unknown("Meta 200/0: what"));
    meta.stubFor(get(EDGE).willReturn(unauthorized().withBody(MessengerDialect.error(190, 463))));
    assertThat(register(null)).isEqualTo(new Outcome.Unknown("Meta 190/463: what"));
    meta.stubFor(get(EDGE).willReturn(ok("<html>login</html>")));
    assertThat(register(null)).isEqualTo(new Outcome.Unknown("HTTP 200 to subscribed_apps"));
    meta.stubFor(get(EDGE).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    assertThat(register(null)).isInstanceOf(Outcome.Unknown.class);
  }

  private void lists(String apps) {
    meta.stubFor(get(EDGE).willReturn(okJson("{\"data\":[" + apps + "]}")));
  }

  private static String app(String id, String fields) {
    return "{\"id\":\"%s\",\"name\":\"x\",\"subscribed_fields\":[%s]}".formatted(id, fields);
  }

  private Outcome register(@Nullable String app) throws InterruptedException {
    var settings =
        new MessengerSettings(
            new Line.Id("page-de"),
            MessengerDialect.PAGE,
            null,
            "app-secret-of-the-test",
            "verify-secret-of-the-test",
            "access-secret-of-the-test",
            app,
            false,
            URI.create(meta.baseUrl()),
            null,
            null,
            false);
    return new MessengerRegistration(settings, Network.MESSENGER, () -> NINE).register();
  }
}
