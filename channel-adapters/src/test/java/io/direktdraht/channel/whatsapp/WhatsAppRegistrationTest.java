package io.direktdraht.channel.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Registration.Outcome;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatsAppRegistrationTest {
  private static final String EDGE = "/v25.0/" + WhatsAppDialect.ACCOUNT + "/subscribed_apps";
  private static final String APP =
      "{\"whatsapp_business_api_data\":{\"id\":\"1\",\"name\":\"x\"}}";
  private final WireMockServer meta = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    meta.start();
    meta.stubFor(post(EDGE).willReturn(okJson("{\"success\":true}")));
  }

  @AfterEach
  void stop() {
    meta.stop();
  }

  @Test
  void anAccountThatCallsAnAppIsLeftAlone() throws InterruptedException {
    lists(APP);
    assertThat(register()).isEqualTo(new Outcome.Known());
    meta.verify(0, postRequestedFor(urlEqualTo(EDGE)));
    meta.verify(
        getRequestedFor(urlEqualTo(EDGE))
            .withHeader("Authorization", equalTo("Bearer " + WhatsAppDialect.ACCESS_TOKEN)));
  }

  @Test
  void anAccountThatForgotUsIsSubscribedAgain() throws InterruptedException {
    lists("");
    assertThat(register()).isEqualTo(new Outcome.Renewed("the account called no app"));
    meta.verify(1, postRequestedFor(urlEqualTo(EDGE)));
  }

  @Test
  void whatMetaRefusesIsSaid() throws InterruptedException {
    lists("");
    meta.stubFor(post(EDGE).willReturn(badRequest().withBody(error(200))));
    assertThat(register()).isEqualTo(new Outcome.Unknown("WhatsApp 200: what"));
    meta.stubFor(get(EDGE).willReturn(unauthorized().withBody(error(190))));
    assertThat(register()).isEqualTo(new Outcome.Unknown("WhatsApp 190: what"));
    meta.stubFor(get(EDGE).willReturn(ok("<html>login</html>")));
    assertThat(register()).isEqualTo(new Outcome.Unknown("HTTP 200 to subscribed_apps"));
    meta.stubFor(get(EDGE).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    assertThat(register()).isEqualTo(new Outcome.Unknown("no answer"));
  }

  @Test
  void withoutAnAccountThereIsNobodyToAsk() {
    assertThat(WhatsAppRegistration.of(settings(null), () -> NINE)).isNull();
  }

  private void lists(String apps) {
    meta.stubFor(get(EDGE).willReturn(okJson("{\"data\":[" + apps + "]}")));
  }

  private static String error(int code) {
    return "{\"error\":{\"message\":\"what\",\"code\":%d}}".formatted(code);
  }

  private Outcome register() throws InterruptedException {
    var registration = WhatsAppRegistration.of(settings(WhatsAppDialect.ACCOUNT), () -> NINE);
    if (registration == null) throw new AssertionError("no registration");
    return registration.register();
  }

  private WhatsAppSettings settings(@Nullable String account) {
    return WhatsAppDialect.settings(account, URI.create(meta.baseUrl()), Duration.ofSeconds(5));
  }
}
