package io.direktdraht.channel.web;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor proves by a mailed code that the address they left is theirs.
class WidgetWaysTest {
  private static final String EVA = "eva@example.org";
  private final Widgets web = new Widgets();
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new WidgetWays(web.reception)).build();
  private final Visitor visitor = web.tokens.fresh(WEB);
  private final String token = web.tokens.issue(visitor);
  private final Contact.Point site = new Contact.Point(WEB, visitor.id());

  @BeforeEach
  void writes() {
    web.ports.intake().receive(hello(WEB, visitor.id(), fresh()));
  }

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void isOfferedToWhoLeftAnAddressAndShowsNoMoreThanTheyRecognise() throws Exception {
    assertThat(json(post("", "{}")).has("email")).isFalse();
    leaves(EVA);
    assertThat(json(post("", "{}")).get("email").stringValue()).isEqualTo("e…@example.org");
  }

  @Test
  void whoTypesWhatWasMailedIsOneCustomerWithWhoWroteFromThere() throws Exception {
    var there = web.mailbox.point(EVA).orElseThrow();
    web.ports.intake().receive(hello(POSTED, there.externalId(), fresh()));
    leaves(EVA);
    assertThat(post("/code", "{}").getStatus()).isEqualTo(202);
    var digits = web.mailbox.mailed.get(EVA).digits();
    assertThat(post("/proof", code(digits)).getStatus()).isEqualTo(204);
    assertThat(web.ports.conversations().contact(site).orElseThrow().points())
        .contains(site, there);
    assertThat(post("/proof", code(digits)).getStatus()).isEqualTo(409);
  }

  @Test
  void whoTypesWhatWasTextedIsOneCustomerWithWhoWroteFromThatNumber() throws Exception {
    var there = new Contact.Point(PUSHED, "+4915112345678");
    web.ports.intake().receive(hello(PUSHED, there.externalId(), fresh()));
    leaves(EVA);
    leaves(Contact.Detail.PHONE, "+4915112345678");
    var left = json(post("", "{}"));
    assertThat(left.get("email").stringValue()).isEqualTo("e…@example.org");
    assertThat(left.get("phone").stringValue()).isEqualTo("…678");
    assertThat(post("/code", "{\"to\":\"phone\"}").getStatus()).isEqualTo(202);
    assertThat(web.mailbox.mailed).isEmpty();
    var digits = web.texts.texted.get("+4915112345678").digits();
    assertThat(post("/proof", code(digits)).getStatus()).isEqualTo(204);
    assertThat(web.ports.conversations().contact(site).orElseThrow().points())
        .contains(site, there);
  }

  @Test
  void aNumberToWhichNothingGoesIsNotOffered() throws Exception {
    leaves(Contact.Detail.PHONE, "+88213012345");
    assertThat(json(post("", "{}")).has("phone")).isFalse();
    assertThat(post("/code", "{\"to\":\"phone\"}").getStatus()).isEqualTo(202);
    assertThat(web.texts.texted).isEmpty();
  }

  @Test
  void nobodyLearnsWhetherAnAddressIsKnown() throws Exception {
    var nothing = post("/code", "{}");
    leaves(EVA);
    var something = post("/code", "{}");
    assertThat(something.getStatus()).isEqualTo(nothing.getStatus());
    assertThat(something.getContentAsString()).isEqualTo(nothing.getContentAsString());
  }

  @Test
  void afterFiveWrongOnesTheRightOneIsWrongToo() throws Exception {
    leaves(EVA);
    post("/code", "{}");
    var right = web.mailbox.mailed.get(EVA).digits();
    var wrong = right.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      var refused = post("/proof", code(wrong));
      assertThat(refused.getStatus()).isEqualTo(409);
      assertThat(json(refused).get("code").stringValue()).isEqualTo("code_wrong");
    }
    assertThat(post("/proof", code(right)).getStatus()).isEqualTo(409);
  }

  @Test
  void whatIsNoCodeIsWrongAndWhoIsNobodyIsRefused() throws Exception {
    for (var body : List.of("{}", code(""), code("x".repeat(1000)), code("12345678")))
      assertThat(post("/proof", body).getStatus()).isEqualTo(409);
    var stranger =
        http.perform(MockMvcRequestBuilders.post("/chat/ways/code")).andReturn().getResponse();
    assertThat(stranger.getStatus()).isEqualTo(401);
  }

  private void leaves(String email) {
    leaves(Contact.Detail.EMAIL, email);
  }

  private void leaves(Contact.Detail detail, String address) {
    var seen = web.ports.conversations().latest(WEB, visitor.id()).orElseThrow();
    var told = new ConversationEvent.DetailGiven(detail, address, NINE);
    web.ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(told)));
  }

  private MockHttpServletResponse post(String path, String body) throws Exception {
    var response =
        http.perform(
                MockMvcRequestBuilders.post("/chat/ways" + path)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andReturn()
            .getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  private static String code(String digits) {
    return "{\"code\":\"" + digits + "\"}";
  }

  private static JsonNode json(MockHttpServletResponse response) throws Exception {
    return new JsonMapper().readTree(response.getContentAsString());
  }
}
