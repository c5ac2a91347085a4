package io.direktdraht.channel.web;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.live.Doorbell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WidgetHttpTest {
  private final Widgets web = new Widgets();
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new WidgetHttp(web.reception, new Doorbell(web.signals)))
          .build();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void aVisitorWithoutASocketWritesAndReadsTheSameFrames() throws Exception {
    var token = welcome();
    var id = fresh();
    var ack = frames(post(token, Widgets.message(id, "Hallo"))).getFirst();
    assertThat(ack.get("type").stringValue()).isEqualTo("ack");
    assertThat(ack.get("id").stringValue()).isEqualTo(id);
    assertThat(frames(post(token, Widgets.message(id, "Hallo"))).getFirst()).isEqualTo(ack);
    var shown = events(frames(poll(token, "")));
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().at("/event/text").stringValue()).isEqualTo("Hallo");
    assertThat(shown.getFirst().at("/event/id").stringValue()).isEqualTo(id);
  }

  @Test
  void aPollResumesWhereTheClientIsAndWaitsForWhatComes() throws Exception {
    var token = welcome();
    var ack = frames(post(token, Widgets.message(fresh(), "eins"))).getFirst();
    var place =
        "?conversation=" + ack.get("conversation").stringValue() + "&lastSeq=" + ack.get("seq");
    var answering =
        Thread.ofVirtual()
            .start(() -> {
              try {
                post(token, Widgets.message(fresh(), "zwei"));
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    assertThat(events(frames(poll(token, place))))
        .extracting(event -> event.at("/event/text").stringValue())
        .containsExactly("zwei");
    answering.join();
  }

  /// The place is the client's word; whose conversation it is, is not.
  @Test
  void nobodyPollsAnothersConversation() throws Exception {
    var eva = welcome();
    var ack = frames(post(eva, Widgets.message(fresh(), "geheim"))).getFirst();
    var mallory = welcome();
    post(mallory, Widgets.message(fresh(), "meins"));
    var place = "?conversation=" + ack.get("conversation").stringValue() + "&lastSeq=0";
    assertThat(poll(mallory, place).getContentAsString())
        .contains("meins")
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "web.x.y.z", "null", "' OR 1=1"})
  void aStrangersTokenOpensNothing(String token) throws Exception {
    assertThat(code(post(token, Widgets.message(fresh(), "Hallo")), 401)).isEqualTo("bad_token");
    assertThat(code(poll(token, ""), 401)).isEqualTo("bad_token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\":\"message\",\"id\":5,\"text\":\"x\"}",
        "{\"type\":\"message\",\"id\":{},\"text\":\"x\"}",
        "{\"type\":[\"message\"]}",
        "{\"type\":\"message\",\"id\":\"ID\",\"text\":[\"x\"]}",
        "{\"type\":\"typing\",\"type\":\"ping\",\"active\":true}",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "{\"type\":\"seen\",\"delivered\":NaN,\"read\":0}",
        "{\"type\":\"seen\",\"delivered\":-1,\"read\":0}",
        "{\"type\":\"resume\",\"lastSeq\":0}",
        "[]",
        "null",
        "no json",
      })
  void whatIsNoFrameIsRefusedAndStoresNothing(String body) throws Exception {
    var token = welcome();
    assertThat(code(post(token, body.replace("ID", fresh())), 400)).isEqualTo("bad_frame");
    assertThat(web.ports.conversations().latest(WEB, visitor(token))).isEmpty();
  }

  @Test
  void aFrameTenThousandLevelsDeepIsRefused() throws Exception {
    var deep = "{\"type\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThat(code(post(welcome(), deep), 400)).isEqualTo("bad_frame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\\u200b\\u200b", "\\u0000", "\\n\\n\\n"})
  void anEmptyMessageIsRefused(String text) throws Exception {
    assertThat(code(post(welcome(), Widgets.message(fresh(), text)), 400)).isEqualTo("text_empty");
  }

  @Test
  void whatNoStoreCanHoldIsReplaced() throws Exception {
    var token = welcome();
    post(token, Widgets.message(fresh(), "a\\u0000b\\ud800c"));
    var shown = events(frames(poll(token, ""))).getFirst();
    assertThat(shown.at("/event/text").stringValue()).isEqualTo("a\ufffdb\ufffdc");
  }

  @Test
  void markupIsTextLikeAnyOther() throws Exception {
    var token = welcome();
    var text = "<img src=x onerror=alert(1)> ' OR 1=1 -- %_ ${jndi:ldap://x}";
    post(token, Widgets.message(fresh(), text));
    var shown = events(frames(poll(token, ""))).getFirst();
    assertThat(shown.at("/event/text").stringValue()).isEqualTo(text);
  }

  @Test
  void anotherKindOfBodyIsNotRead() throws Exception {
    var request =
        MockMvcRequestBuilders.post("/chat/frames")
            .contentType(MediaType.TEXT_PLAIN)
            .content(Widgets.message(fresh(), "x"));
    assertThat(http.perform(request).andReturn().getResponse().getStatus()).isEqualTo(415);
  }

  private String welcome() throws Exception {
    var request =
        MockMvcRequestBuilders.post("/chat/hello")
            .contentType(MediaType.APPLICATION_JSON)
            .content(Widgets.hello(null));
    return frames(perform(request)).getFirst().get("token").stringValue();
  }

  private String visitor(String token) {
    return web.tokens.verify(token, WEB).orElseThrow().id();
  }

  private MockHttpServletResponse post(String token, String body) throws Exception {
    return perform(
        MockMvcRequestBuilders.post("/chat/frames")
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private MockHttpServletResponse poll(String token, String place) throws Exception {
    return perform(
        MockMvcRequestBuilders.get("/chat/frames" + place)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    var response = http.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  private static List<JsonNode> frames(MockHttpServletResponse response) throws Exception {
    assertThat(response.getStatus()).isEqualTo(200);
    var frames = new ArrayList<JsonNode>();
    new JsonMapper().readTree(response.getContentAsString()).get("frames").forEach(frames::add);
    return frames;
  }

  private static List<JsonNode> events(List<JsonNode> frames) {
    return frames.stream().filter(f -> f.get("type").stringValue().equals("event")).toList();
  }

  private static String code(MockHttpServletResponse response, int status) throws Exception {
    assertThat(response.getStatus()).isEqualTo(status);
    return new JsonMapper().readTree(response.getContentAsString()).get("code").stringValue();
  }
}
