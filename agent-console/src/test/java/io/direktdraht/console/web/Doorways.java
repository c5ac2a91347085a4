package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.console.people.Account;
import io.direktdraht.conversation.shop.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The console's HTTP interface and socket over an office in memory, without the security chain.
final class Doorways implements AutoCloseable {
  final Offices office = new Offices();
  final SignInCookie cookie = new SignInCookie(office.people, office.people, () -> office.now);
  final ConsoleWeb web =
      new ConsoleWeb(
          office.views(_ -> new Orders.Lookup.NotFound()),
          new ConsoleWeb.Commands(
              office.workplace, office.templating, office.taking, office.reunions),
          new ConsoleWeb.Doors(
              cookie,
              PasswordEncoderFactories.createDelegatingPasswordEncoder(),
              office.attaching,
              office.attachments),
          office.signals,
          new SimpleMeterRegistry());
  final SignedIn anna = signedIn(ANNA);
  private final MockMvc http = MockMvcBuilders.standaloneSetup(web.controllers().toArray()).build();

  SignedIn signedIn(Account account) {
    return cookie.open(account, new MockHttpServletRequest(), new MockHttpServletResponse());
  }

  MockHttpServletResponse get(String path) throws Exception {
    return perform(MockMvcRequestBuilders.get(path));
  }

  MockHttpServletResponse post(String path, String body) throws Exception {
    return perform(
        MockMvcRequestBuilders.post(path).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    var response = http.perform(request.principal(anna)).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  static JsonNode json(MockHttpServletResponse response) throws Exception {
    return new JsonMapper().readTree(response.getContentAsString());
  }

  static String code(MockHttpServletResponse response, int status) throws Exception {
    assertThat(response.getStatus()).isEqualTo(status);
    return json(response).get("code").stringValue();
  }

  @Override
  public void close() {
    web.close();
  }
}
