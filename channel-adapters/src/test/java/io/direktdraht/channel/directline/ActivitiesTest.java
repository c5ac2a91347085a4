package io.direktdraht.channel.directline;

import static io.direktdraht.conversation.log.Logs.ANA;
import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.handoff;
import static io.direktdraht.conversation.log.Logs.note;
import static io.direktdraht.conversation.log.Logs.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.LogContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is posted, what comes back, and what we say.
class ActivitiesTest {
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void aMessageComesBackWithItsIdAndWhatItsClientPutIn() throws Exception {
    var eva = lines.client("{}");
    var posted = eva.says("Hallo", "1749.0");
    assertThat(posted.status()).isEqualTo(200);
    var echo = eva.reads("").body().at("/activities/0");
    assertThat(echo.get("id").stringValue()).isEqualTo(posted.text("id")).startsWith(eva.id + "|");
    assertThat(echo.get("text").stringValue()).isEqualTo("Hallo");
    assertThat(echo.at("/from/id").stringValue()).isEqualTo("u1");
    assertThat(echo.at("/from/role").stringValue()).isEqualTo("user");
    assertThat(echo.get("timestamp").stringValue()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(echo.get("channelData"))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    "{\"clientActivityID\":\"1749.0\",\"clientTimestamp\":\"2026-11-23T09:00:00Z\",\"own\":{\"a\":[1,null]}}"));
  }

  /// One customer, two lines: what the other platform wants back is nothing for clients.
  @Test
  void whatAnotherLineWantsBackIsNotShown() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    var content = Content.text("von dort").echoing("a token of the other platform");
    var message = new Message(new Author.Contact(), new Line.Id("line-jp"), content, "468");
    eva.append(new ConversationEvent.MessageReceived(message, lines.now));
    var shown = eva.reads("").body().at("/activities/1");
    assertThat(shown.get("text").stringValue()).isEqualTo("von dort");
    assertThat(shown.at("/from/id").stringValue()).isEqualTo("user");
    assertThat(shown.toString()).doesNotContain("token");
  }

  @Test
  void aRepetitionIsTheSameMessageAlsoWhenItComesTenTimesAtOnce() throws Exception {
    var eva = lines.client("{}");
    var answers =
        LogContract.together(
            10,
            _ -> {
              try {
                return eva.says("Hallo", "same").text("id");
              } catch (Exception failed) {
                throw new AssertionError(failed);
              }
            });
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(eva.reads("").body().get("activities")).hasSize(1);
    var old =
        "{\"type\":\"message\",\"from\":{\"id\":\"u1\"},\"text\":\"Hallo\",\"channelData\":{\"clientActivityId\":\"same\"}}";
    assertThat(eva.posts(old).text("id")).isEqualTo(answers.getFirst());
    assertThat(eva.posts(old.replace("u1", "u2")).text("id")).isNotEqualTo(answers.getFirst());
  }

  @Test
  void whatIsHiddenInTheLogDoesNotComeBackByTheEcho() throws Exception {
    var eva = lines.client("{}");
    eva.posts(
        """
        {"type":"message","from":{"id":"u1"},"text":"my secret 4711",
         "channelData":{"clientActivityID":"c1","copy":"my secret 4711"}}\
        """);
    var echo = eva.reads("").body().at("/activities/0");
    assertThat(echo.toString()).doesNotContain("4711");
    assertThat(echo.at("/channelData/clientActivityID").stringValue()).isEqualTo("c1");
    assertThat(echo.at("/from/id").stringValue()).isEqualTo("u1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/human", "Rücksendung starten"})
  void ourChoicesAreButtonsAndAPressIsOurPayload(String payload) throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    var content = new Content("Womit?", null, List.of(new Content.Choice("Ein Mensch", payload)));
    var asked = new Message(new Author.Bot(), Lines.LINE, content, null);
    eva.append(new ConversationEvent.MessageSent(asked, NINE));
    var question = eva.reads("").body().at("/activities/1");
    var action = question.at("/suggestedActions/actions/0");
    assertThat(action.get("title").stringValue()).isEqualTo("Ein Mensch");
    eva.posts(press(action));
    var last = lines.log.read(eva.seen().id(), 0, 100).getLast().event();
    var message = ((ConversationEvent.MessageReceived) last).message().content();
    assertThat(message.payload()).isEqualTo(payload);
    assertThat(message.text()).isEqualTo("Ein Mensch");
  }

  /// As Web Chat answers a `messageBack` button.
  private static String press(JsonNode action) {
    return """
    {"type":"message","from":{"id":"u1"},"text":%s,"value":%s,
     "channelData":{"clientActivityID":"press","messageBack":{"displayText":%s}}}\
    """
        .formatted(action.get("text"), action.get("value"), action.get("displayText"));
  }

  @Test
  void everybodyOfOursStandsOnTheLeftWithTheirName() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    eva.append(
        said(new Author.Bot(), Lines.LINE, "Ich bin ein Bot"),
        said(new Author.Agent(ANA, "Ana Berger"), Lines.LINE, "Guten Tag"),
        said(new Author.System(), Lines.LINE, "Platz 1"));
    var spoken = eva.reads("").body().get("activities");
    assertThat(senders(spoken))
        .containsExactly(
            "u1 Eva user -",
            "bot Lina bot bot",
            "agent-Ana Berger Ana Berger bot agent",
            "system Lina bot system");
    assertThat(spoken.toString()).doesNotContain("\"ana\"");
    assertThat(spoken.get(1).get("textFormat").stringValue()).isEqualTo("plain");
  }

  private static List<String> senders(JsonNode activities) {
    var senders = new ArrayList<String>();
    for (var one : activities) {
      var from = one.get("from");
      senders.add(
          String.join(
              " ",
              from.get("id").stringValue(),
              from.get("name").stringValue(),
              from.get("role").stringValue(),
              one.at("/channelData/sender").asString("-")));
    }
    return senders;
  }

  @Test
  void theWayToAPersonIsToldByEvents() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    eva.append(
        handoff(),
        new ConversationEvent.AgentJoined(ANA, "Ana", NINE),
        note("intern"),
        new ConversationEvent.Resolved(Outcome.SOLVED_BY_AGENT, ANA, NINE));
    var activities = eva.reads("").body().get("activities");
    assertThat(activities.toString()).doesNotContain("intern");
    var states = new ArrayList<String>();
    for (var one : activities)
      if (one.get("type").stringValue().equals("event")) {
        assertThat(one.get("name").stringValue()).isEqualTo("handoff.status");
        states.add(one.at("/value/state").stringValue());
      }
    assertThat(states).containsExactly("queued", "accepted", "completed");
  }

  @Test
  void aWatermarkReplaysWhatFollowedAndTheLastPageIsEmpty() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    var first = eva.reads("").body();
    eva.append(said(new Author.Bot(), Lines.LINE, "eins"), note("n"));
    eva.append(said(new Author.Bot(), Lines.LINE, "zwei"));
    var mark = first.get("watermark").stringValue();
    var second = eva.reads(mark).body();
    assertThat(texts(second)).containsExactly("eins", "zwei");
    assertThat(eva.reads(mark).body()).isEqualTo(second);
    var third = eva.reads(second.get("watermark").stringValue()).body();
    assertThat(third.get("activities")).isEmpty();
    assertThat(third.get("watermark")).isEqualTo(second.get("watermark"));
  }

  @Test
  void aLongHistoryComesInPages() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    eva.append(
        IntStream.range(0, 450)
            .mapToObj(i -> said(new Author.Bot(), Lines.LINE, "Wort " + i))
            .toArray(ConversationEvent[]::new));
    var all = new ArrayList<String>();
    var mark = "";
    for (var page = eva.reads(mark); ; page = eva.reads(mark)) {
      var texts = texts(page.body());
      if (texts.isEmpty()) break;
      assertThat(texts).hasSizeLessThanOrEqualTo(200);
      all.addAll(texts);
      mark = page.body().get("watermark").stringValue();
    }
    assertThat(all).hasSize(451).endsWith("Wort 449").doesNotHaveDuplicates();
  }

  /// Ours ends and another begins; to the client it is one conversation.
  @Test
  void aWatermarkHoldsAcrossTwoConversationsOfOurs() throws Exception {
    var eva = lines.client("{}");
    for (int i = 0; i < 5; i++) eva.says("früher " + i, "c" + i);
    var mark = eva.reads("").body().get("watermark").stringValue();
    eva.append(
        said(new Author.Bot(), Lines.LINE, "ungesehen"),
        new ConversationEvent.Resolved(Outcome.SOLVED_BY_BOT, null, NINE));
    lines.now = lines.now.plus(Duration.ofDays(2));
    var later = lines.new Client(token(eva.id), eva.id);
    later.says("heute", "d1");
    assertThat(lines.log.of(eva.seen().contact(), 10)).hasSize(2);
    assertThat(texts(later.reads(mark).body())).containsExactly("ungesehen", "heute");
    assertThat(texts(later.reads("").body())).containsExactly("heute");
  }

  private String token(String conversation) throws Exception {
    var opened = lines.get(Lines.SECRET, "/conversations/" + conversation);
    return opened.text("token");
  }

  private static List<String> texts(JsonNode set) {
    var texts = new ArrayList<String>();
    for (var one : set.get("activities")) {
      var text = one.get("text");
      if (text != null) texts.add(text.stringValue());
    }
    return texts;
  }

  @Test
  void aConversationIsStartedOnceHoweverOftenItIsAskedFor() throws Exception {
    var eva = lines.client("{}");
    var first = lines.post(eva.token, "/conversations", "{\"user\":{},\"locale\":\"de\"}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("conversationId")).isEqualTo(eva.id);
    eva.says("Hallo", "c1");
    var again = lines.post(first.text("token"), "/conversations", "");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("conversationId")).isEqualTo(eva.id);
    var bySecret = lines.post(Lines.SECRET, "/conversations", "{\"user\":{\"id\":\"u9\"}}");
    assertThat(bySecret.status()).isEqualTo(201);
    assertThat(bySecret.text("conversationId")).isNotEqualTo(eva.id);
  }
}
