package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.console.web.Doorways.code;
import static io.direktdraht.console.web.Doorways.json;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Filled;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.conversation.template.Templates.Readiness;
import io.direktdraht.conversation.template.Unusable;
import io.direktdraht.conversation.way.Traffic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// A customer who last wrote two days ago by a messenger with a window of one day.
class TemplateHttpTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String DELAYED =
      "{\"name\":\"parcel_delayed\",\"language\":\"de\",\"values\":{\"1\":\"Eva\",\"2\":\"LH-1\"}}";
  private final Doorways doors = new Doorways();
  private final Conversation seen =
      doors.office.ports.intake().receive(hello(PUSHED, "+4915", fresh(), NINE)).conversation();

  @BeforeEach
  void closeTheWindow() {
    doors.office.workplace.claim(seen.id(), ANNA);
    doors.office.traffic.put(PUSHED, new Traffic.Flow(DAY, false, Readiness.READY));
    doors.office.templates.tell(PUSHED, Forms.delayed(), Forms.hello());
    doors.office.now = NINE.plus(DAY).plus(DAY);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void aClosedWayTellsThatItTakesTemplates() throws Exception {
    var way = json(doors.get("/api/conversations/" + seen.id())).get("ways").get(0);
    assertThat(way.get("state").stringValue()).isEqualTo("closed");
    assertThat(way.get("templates").stringValue()).isEqualTo("ready");
  }

  @Test
  void theTemplatesOfALineAreToldWithWhatIsToBeGiven() throws Exception {
    var told = json(doors.get("/api/templates/" + PUSHED));
    assertThat(told.get("state").stringValue()).isEqualTo("known");
    var delayed = told.get("templates").get(0);
    assertThat(delayed.get("text").stringValue())
        .isEqualTo(
            "Ihre Lieferung\n\nGuten Tag {{1}}, Ihre Bestellung {{2}} kommt etwas später.\n\n"
                + "Antworten Sie einfach hier.");
    assertThat(delayed.get("variables"))
        .extracting(one -> one.stringValue())
        .containsExactly("1", "2");
    assertThat(delayed.get("category").stringValue()).isEqualTo("utility");
  }

  @Test
  void whatIsMissingAndAnOutageAreNoEmptyList() throws Exception {
    assertThat(doors.get("/api/templates/web").getContentAsString())
        .isEqualTo("{\"state\":\"none\"}");
    doors.office.templates.unset(POSTED, "waba-id");
    assertThat(doors.get("/api/templates/" + POSTED).getContentAsString())
        .isEqualTo("{\"state\":\"unset\",\"setting\":\"waba-id\"}");
    doors.office.templates.silence(PUSHED, "HTTP 503");
    var told = json(doors.get("/api/templates/" + PUSHED));
    assertThat(told.get("outage").stringValue()).isEqualTo("HTTP 503");
    assertThat(told.get("templates")).hasSize(2);
  }

  @Test
  void theServerSaysTheTextAndKeepsWhatThePlatformMustBeTold() throws Exception {
    assertThat(say(DELAYED).getStatus()).isEqualTo(200);
    assertThat(sent())
        .containsExactly(
            Content.text(
                    "Ihre Lieferung\n\nGuten Tag Eva, Ihre Bestellung LH-1 kommt etwas später.\n\n"
                        + "Antworten Sie einfach hier.")
                .as(
                    new Filled(
                        "parcel_delayed",
                        "de",
                        List.of(new Filled.Value("1", "Eva"), new Filled.Value("2", "LH-1")))));
    var events = json(doors.get("/api/conversations/" + seen.id() + "/events"));
    assertThat(events.valueStream().map(one -> one.path("template").asString("")))
        .contains("parcel_delayed");
  }

  @Test
  void headsButtonsAndWhatCannotBeSentAreToldToo() throws Exception {
    doors.office.templates.tell(PUSHED, Forms.shipped(), Forms.part());
    var unusable = new Unusable("pick_up_here", "de", Unusable.Why.LOCATION);
    doors.office.templates.withhold(PUSHED, unusable);
    var told = json(doors.get("/api/templates/" + PUSHED));
    var shipped = told.get("templates").get(0);
    assertThat(shipped.get("variables").toString())
        .isEqualTo("[\"head:1\",\"1\",\"button:0\",\"code:2\"]");
    assertThat(shipped.get("buttons").toString())
        .isEqualTo(
            "[{\"title\":\"Zur Sendung\",\"behind\":\"https://shop.example/track/{{button:0}}\"},"
                + "{\"title\":\"Danke\",\"behind\":\"\"},"
                + "{\"title\":\"Code kopieren\",\"behind\":\"{{code:2}}\"}]");
    assertThat(shipped.get("file").isNull()).isTrue();
    assertThat(told.get("templates").get(1).get("file").toString())
        .isEqualTo(
            "{\"kind\":\"picture\",\"mediaTypes\":[\"image/jpeg\",\"image/png\"],\"longest\":5000000}");
    assertThat(told.get("unusable").toString())
        .isEqualTo("[{\"name\":\"pick_up_here\",\"language\":\"de\",\"why\":\"location\"}]");
  }

  @Test
  void theFileOfAHeadIsAnAttachmentOfTheMessage() throws Exception {
    doors.office.templates.tell(PUSHED, Forms.part());
    var form = "{\"name\":\"spare_part\",\"language\":\"de\",\"values\":{\"1\":\"Eva\"}}";
    var without = say(form);
    assertThat(code(without, 400)).isEqualTo("template_values");
    assertThat(json(without).get("faults").toString()).isEqualTo("{\"head\":\"missing\"}");
    assertThat(json(say(form, brought("%PDF-1.4"))).get("faults").toString())
        .isEqualTo("{\"head\":\"kind\"}");
    assertThat(code(say(form, fresh()), 400)).isEqualTo("file_unknown");
    assertThat(sent()).isEmpty();
    var picture = brought(new String(Files.PNG, StandardCharsets.ISO_8859_1));
    assertThat(say(form, picture).getStatus()).isEqualTo(200);
    assertThat(sent())
        .singleElement()
        .satisfies(content -> {
          assertThat(content.text()).isEqualTo("Ist es dieses Teil, Eva?");
          assertThat(content.attachments()).extracting(file -> "" + file.id()).contains(picture);
        });
  }

  @Test
  void aTemplateWithoutPlaceForAFileTakesNone() throws Exception {
    var refused = say(DELAYED, brought("%PDF-1.4"));
    assertThat(json(refused).get("faults").toString()).isEqualTo("{\"head\":\"unknown\"}");
  }

  @Test
  void repeatingTheIdGivesTheSameAnswer() throws Exception {
    var body = "{\"id\":\"%s\",\"template\":%s}".formatted(fresh(), DELAYED);
    var first = json(doors.post(path(), body));
    assertThat(json(doors.post(path(), body))).isEqualTo(first);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void freeWordsAreStillRefused() throws Exception {
    var body = "{\"id\":\"%s\",\"text\":\"Guten Tag\"}".formatted(fresh());
    assertThat(code(doors.post(path(), body), 409)).isEqualTo("no_way");
  }

  @ParameterizedTest
  @CsvSource({"gone,de", "parcel_delayed,en"})
  void aTemplateThatIsGoneIsRefused(String name, String language) throws Exception {
    var form = "{\"name\":\"%s\",\"language\":\"%s\"}".formatted(name, language);
    assertThat(code(say(form), 409)).isEqualTo("no_template");
    assertThat(sent()).isEmpty();
  }

  @Test
  void valuesThatDoNotFitAreNamed() throws Exception {
    var refused = say(DELAYED.replace("Eva", "a\\nb").replace("LH-1", " "));
    assertThat(code(refused, 400)).isEqualTo("template_values");
    assertThat(json(refused).get("faults").toString())
        .contains("\"1\":\"break\"", "\"2\":\"missing\"");
    assertThat(code(say(DELAYED.replace("\"Eva\"", "null")), 400)).isEqualTo("template_values");
    assertThat(sent()).isEmpty();
  }

  @Test
  void anOutageFromTheBeginningIsNamed() throws Exception {
    doors.office.templates.silence(POSTED, "HTTP 503");
    var body =
        "{\"id\":\"%s\",\"line\":\"%s\",\"template\":%s}".formatted(fresh(), POSTED, DELAYED);
    assertThat(code(doors.post(path(), body), 503)).isEqualTo("templates_unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":\"eigene Worte\",\"template\":" + DELAYED,
        "\"template\":{\"name\":\"parcel_delayed\"}",
        "\"template\":{\"language\":\"de\"}"
      })
  void aTemplateGoesAlone(String rest) throws Exception {
    var body = "{\"id\":\"%s\",%s}".formatted(fresh(), rest);
    assertThat(code(doors.post(path(), body), 400)).isEqualTo("bad_request");
    assertThat(sent()).isEmpty();
  }

  @Test
  void onlyWhoeverHasItSaysAnything() throws Exception {
    doors.office.presence.connected(BERND.id());
    doors.office.workplace.transfer(seen.id(), ANNA, BERND.id(), null);
    assertThat(code(say(DELAYED), 409)).isEqualTo("not_yours");
  }

  @Test
  void aTemplateThatDidNotArriveGoesByAnotherLineAsFreeWords() throws Exception {
    doors.office.traffic.put(PUSHED, new Traffic.Flow(null, false, Readiness.READY));
    long seq = json(say(DELAYED)).get("seq").longValue();
    doors.office.append(seen, new ConversationEvent.SendFailed(seq, "invalid", "x", NINE));
    var joining = new MemoryJoining((MemoryLog) doors.office.ports.log());
    joining.join(
        Join.proven(
            new Contact.Point(PUSHED, "+4915"),
            new Contact.Point(POSTED, "thread"),
            Proof.CODE,
            NINE));
    assertThat(
            doors.post(path() + "/" + seq + "/repeat", "{\"line\":\"" + POSTED + "\"}").getStatus())
        .isEqualTo(200);
    assertThat(sent()).extracting(Content::filled).hasSize(2).last().isNull();
  }

  private MockHttpServletResponse say(String form) throws Exception {
    return doors.post(path(), "{\"id\":\"%s\",\"template\":%s}".formatted(fresh(), form));
  }

  private MockHttpServletResponse say(String form, String file) throws Exception {
    var body = "{\"id\":\"%s\",\"template\":%s,\"attachments\":[\"%s\"]}";
    return doors.post(path(), body.formatted(fresh(), form, file));
  }

  /// A file with these bytes, as letters of Latin 1.
  private String brought(String bytes) throws Exception {
    var request =
        MockMvcRequestBuilders.post("/api/files")
            .param("name", "Teil")
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .content(bytes.getBytes(StandardCharsets.ISO_8859_1));
    return json(doors.perform(request)).get("id").stringValue();
  }

  private String path() {
    return "/api/conversations/" + seen.id() + "/messages";
  }

  private List<Content> sent() {
    return doors.office.events(seen).stream()
        .filter(ConversationEvent.MessageSent.class::isInstance)
        .map(event -> ((ConversationEvent.MessageSent) event).message())
        .filter(message -> message.author() instanceof Author.Agent)
        .map(Message::content)
        .toList();
  }
}
