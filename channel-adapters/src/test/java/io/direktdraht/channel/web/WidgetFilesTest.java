package io.direktdraht.channel.web;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.WEB;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.live.Doorbell;
import io.direktdraht.conversation.log.Append;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WidgetFilesTest {
  private final Widgets web = new Widgets();
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              new WidgetHttp(web.reception, new Doorbell(web.signals)),
              new WidgetFiles(web.reception))
          .build();
  private final String eva = token();
  private final String mallory = token();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void aFileIsBroughtReferredToShownAndFetched() throws Exception {
    var file = brought(eva, Files.PNG, "../Bank.gif");
    assertThat(file.get("name").stringValue()).isEqualTo("Bank.gif.png");
    assertThat(file.get("mediaType").stringValue()).isEqualTo("image/png");
    var id = file.get("id").stringValue();
    assertThat(write(eva, "", id).getStatus()).isEqualTo(200);
    var shown = polled(eva).at("/frames/0/event/attachments/0");
    assertThat(shown).isEqualTo(file);
    var fetched = fetch(eva, id);
    assertThat(fetched.getContentAsByteArray()).isEqualTo(Files.PNG);
    assertThat(fetched.getHeader("Content-Type")).isEqualTo("image/png");
    assertThat(fetched.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(fetched.getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(fetched.getHeader("Content-Disposition")).startsWith("inline; filename=\"Bank");
  }

  /// Another visitor, a token that is none, none at all; sent or only brought.
  @Test
  void strangersGetNothing() throws Exception {
    var id = brought(eva, Files.PNG, "a.png").get("id").stringValue();
    assertThat(fetch(mallory, id).getStatus()).isEqualTo(404);
    write(eva, "Hallo", id);
    write(mallory, "auch hallo", "");
    assertThat(fetch(mallory, id).getStatus()).isEqualTo(404);
    assertThat(fetch(mallory, id).getContentAsByteArray()).isEmpty();
    assertThat(fetch("x", id).getStatus()).isEqualTo(401);
    assertThat(fetch("", id).getStatus()).isEqualTo(401);
    assertThat(fetch(mallory, fresh()).getStatus()).isEqualTo(404);
  }

  @Test
  void nobodySendsAnothersFileAsTheirOwn() throws Exception {
    var id = brought(eva, Files.PNG, "a.png").get("id").stringValue();
    var refused = write(mallory, "schau", id);
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(json(refused).get("code").stringValue()).isEqualTo("file_unknown");
    assertThat(fetch(mallory, id).getStatus()).isEqualTo(404);
  }

  @Test
  void theContactFetchesWhatAnAgentSent() throws Exception {
    write(eva, "Hallo", "");
    var file = Files.picture("Antwort.png");
    web.attachments.store(file, "agent:ana", Files.PNG, NINE);
    assertThat(fetch(eva, file.id().toString()).getStatus()).isEqualTo(404);
    send(latest(eva), file);
    assertThat(fetch(eva, file.id().toString()).getContentAsByteArray()).isEqualTo(Files.PNG);
    assertThat(fetch(mallory, file.id().toString()).getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsNotTakenIsSaid() throws Exception {
    assertThat(code(bring(eva, new byte[1_000_001], "a.txt"), 413)).isEqualTo("file_too_big");
    assertThat(code(bring(eva, Files.png(30_000, 30_000), "a.png"), 413)).isEqualTo("file_too_big");
    assertThat(code(bring(eva, Files.text("<svg onload=alert(1)>"), "a.png"), 415))
        .isEqualTo("file_kind");
    assertThat(code(bring(eva, new byte[0], "a.png"), 400)).isEqualTo("file_empty");
    assertThat(code(bring("x", Files.PNG, "a.png"), 401)).isEqualTo("bad_token");
  }

  @Test
  void filesForADayAreLimited() throws Exception {
    var megabyte = Files.text("x".repeat(1_000_000));
    for (int i = 0; i < 5; i++) assertThat(bring(eva, megabyte, "a").getStatus()).isEqualTo(201);
    assertThat(code(bring(eva, megabyte, "a"), 429)).isEqualTo("file_limit");
    assertThat(bring(mallory, megabyte, "a").getStatus()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "[5]", "[\"x\"]", "{}", "[null]", "[\"' OR 1=1\"]", "[[\"x\"]]"})
  void whatIsNoListOfFilesIsRefused(String attachments) throws Exception {
    var frame =
        "{\"type\":\"message\",\"id\":\"%s\",\"text\":\"x\",\"attachments\":%s}"
            .formatted(fresh(), attachments);
    assertThat(code(post(eva, frame), 400)).isEqualTo("bad_frame");
  }

  @Test
  void theWelcomeTellsWhatFilesAreTaken() throws Exception {
    var hello =
        MockMvcRequestBuilders.post("/chat/hello")
            .contentType(MediaType.APPLICATION_JSON)
            .content(Widgets.hello(null));
    var files = json(http.perform(hello).andReturn().getResponse()).at("/frames/0/limits/files");
    assertThat(files.get("most").intValue()).isEqualTo(3);
    assertThat(files.get("longest").intValue()).isEqualTo(1_000_000);
    assertThat(files.get("types").toString()).contains("image/png", "application/pdf");
  }

  private void send(Conversation conversation, Attachment file) {
    var author = new Author.Agent(new AgentId("ana"), "Ana");
    var message = new Message(author, WEB, Content.text("").with(List.of(file)), null);
    web.ports
        .log()
        .append(
            new Append(
                conversation.id(),
                new Append.Condition.Always(),
                List.of(new ConversationEvent.MessageSent(message, NINE))));
  }

  private Conversation latest(String token) {
    var visitor = web.tokens.verify(token, WEB).orElseThrow();
    return web.ports.conversations().latest(WEB, visitor.id()).orElseThrow();
  }

  private String token() {
    return web.tokens.issue(web.tokens.fresh(WEB));
  }

  private JsonNode brought(String token, byte[] bytes, String name) throws Exception {
    var response = bring(token, bytes, name);
    assertThat(response.getStatus()).isEqualTo(201);
    return json(response);
  }

  private MockHttpServletResponse bring(String token, byte[] bytes, String name) throws Exception {
    return http.perform(
            MockMvcRequestBuilders.post("/chat/files")
                .param("name", name)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(bytes))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse fetch(String token, String id) throws Exception {
    return http.perform(
            MockMvcRequestBuilders.get("/chat/files/" + id)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse write(String token, String text, String file) throws Exception {
    var files = file.isEmpty() ? "[]" : "[\"" + file + "\"]";
    return post(
        token,
        "{\"type\":\"message\",\"id\":\"%s\",\"text\":\"%s\",\"attachments\":%s}"
            .formatted(fresh(), text, files));
  }

  private MockHttpServletResponse post(String token, String frame) throws Exception {
    return http.perform(
            MockMvcRequestBuilders.post("/chat/frames")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(frame))
        .andReturn()
        .getResponse();
  }

  private JsonNode polled(String token) throws Exception {
    return json(
        http.perform(
                MockMvcRequestBuilders.get("/chat/frames")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
            .andReturn()
            .getResponse());
  }

  private static String code(MockHttpServletResponse response, int status) throws Exception {
    assertThat(response.getStatus()).isEqualTo(status);
    return json(response).get("code").stringValue();
  }

  private static JsonNode json(MockHttpServletResponse response) throws Exception {
    response.setCharacterEncoding("UTF-8");
    return new JsonMapper().readTree(response.getContentAsString());
  }
}
