package io.direktdraht.server.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.WEB;
import static io.direktdraht.conversation.log.Logs.fresh;
import static io.direktdraht.conversation.log.Logs.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Union;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.shop.Customers.Standing;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCustomersTest {
  @RegisterExtension
  static final WireMockExtension SHOP =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final MemoryLog log = new MemoryLog(Logs.LINES, Logs.RULES, new LocalSignals());
  private Instant now = NINE;
  private final HttpCustomers customers =
      new HttpCustomers(
          new HttpCustomers.Address(
              SHOP.baseUrl() + "/customers/{customer}", "secret", Duration.ofMinutes(1)),
          log,
          () -> now);

  private ContactId vouchedFor() {
    var visitor = new Contact.Point(WEB, fresh());
    var seen = log.receive(hello(WEB, visitor.externalId(), fresh())).conversation();
    var customer = new Contact.Point(Union.SHOP, "user-42");
    new MemoryJoining(log).join(Join.proven(visitor, customer, Proof.SHOP, NINE));
    return seen.contact();
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SHOP.stubFor(get(urlPathEqualTo("/customers/user-42")).willReturn(answer));
  }

  @Test
  void tellsTierAndComplaintsAndAsksOnceAMinute() {
    answers(aResponse().withBody("{\"tier\":\"vip\",\"openComplaints\":2,\"more\":1}"));
    var eva = vouchedFor();
    assertThat(customers.standing(eva)).isEqualTo(new Standing("vip", 2));
    now = NINE.plusSeconds(59);
    assertThat(customers.standing(eva)).isEqualTo(new Standing("vip", 2));
    SHOP.verify(
        1,
        getRequestedFor(urlPathEqualTo("/customers/user-42"))
            .withHeader("Authorization", equalTo("Bearer secret")));
    answers(aResponse().withBody("{}"));
    now = NINE.plusSeconds(60);
    assertThat(customers.standing(eva)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void asksNobodyAboutWhomTheShopDidNotVouchFor() {
    var stranger = log.receive(hello(WEB, fresh(), fresh())).conversation();
    assertThat(customers.standing(stranger.contact())).isEqualTo(Standing.UNKNOWN);
    SHOP.verify(0, getRequestedFor(urlPathEqualTo("/customers/user-42")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "7", "{\"tier\":7}", "{\"openComplaints\":-1}", "<html>Wartung</html>"})
  void takesRubbishForNothingKnown(String body) {
    answers(aResponse().withBody(body));
    assertThat(customers.standing(vouchedFor())).isEqualTo(Standing.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 404, 500})
  void takesEveryOtherStatusForNothingKnown(int status) {
    answers(aResponse().withStatus(status).withHeader("Location", "http://169.254.169.254/"));
    assertThat(customers.standing(vouchedFor())).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void refusesAnAddressThatMakesNoSense() {
    var address = new HttpCustomers.Address("https://shop.example/", null, Duration.ofSeconds(1));
    assertThatThrownBy(() -> new HttpCustomers(address, log, () -> now))
        .hasMessageContaining("customers.url");
  }
}
