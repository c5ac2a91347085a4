package io.direktdraht.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
  private static final String EVIL = "jobs <script>alert(1)</script> & \"more\"";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<Question, Path> files = new EnumMap<>(Question.class);
  private Path folder;

  @BeforeEach
  void in(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void answersOneQuestionAtTheTopOfOneObject() throws IOException {
    intents();
    ask(Question.OUT_OF_SCOPE, "lang\ttext\nde\tbanane\nde\tjobs\n");
    var json = json();
    assertThat(json.propertyNames())
        .containsExactlyInAnyOrder(
            "n",
            "accuracy",
            "macroF1",
            "byLanguage",
            "byIntent",
            "confusions",
            "ece",
            "abstained",
            "wrongAnswered",
            "outOfScope",
            "encoder",
            "msPerMessage");
    assertThat(json.get("n").intValue()).isEqualTo(4);
    assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.5);
    assertThat(json.get("abstained").doubleValue()).isEqualTo(0.25);
    assertThat(json.get("wrongAnswered").doubleValue()).isEqualTo(0.25);
    assertThat(json.at("/byLanguage/de/accuracy").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/byIntent/thanks/recall").doubleValue()).isEqualTo(0.5);
    assertThat(json.get("confusions").toString())
        .isEqualTo("[[\"thanks\",\"jobs\",1],[\"voucher_info\",\"none\",1]]");
    assertThat(json.get("ece").doubleValue()).isCloseTo((2.85 - 2) / 4, within(1e-9));
    assertThat(json.get("outOfScope").toString()).isEqualTo("{\"n\":2,\"rejected\":0.5}");
    assertThat(json.get("encoder").stringValue()).isEqualTo("small");
    assertThat(json.at("/msPerMessage/p99").isNumber()).isTrue();
  }

  @Test
  void answersSeveralQuestionsUnderTheirKeys() throws IOException {
    intents();
    ask(Question.OUT_OF_SCOPE, "lang\ttext\nde\tbanane\n");
    ask(
        Question.HUMAN_REQUEST,
        "lang\twants_human\ttext\nen\t1\thuman\nen\t1\tjobs\nde\t0\thuman\n");
    ask(
        Question.EMOTION,
        "lang\tescalate\temotion\ttext\nen\t1\tanger\tangry\nen\t0\tnone\tjobs\n");
    ask(
        Question.CONVERSATIONS,
        """
        {"id":"a","lang":"de","turns":["jobs","human"],"expected":"escalate","by_turn":1,"reason":"x","comment":""}
        {"id":"b","lang":"en","turns":["jobs","x","y"],"expected":"bot","by_turn":null}
        {"id":"c","lang":"en","turns":["jobs","human"],"expected":"escalate","by_turn":null}
        """);
    ask(Question.TRAIN_TEST, "text\tlabel\tsplit\nx\ta\ttrain\nlong\ta\ttest\ny\toos\ttest\n");
    var json = json();
    assertThat(json.propertyNames())
        .containsExactly(
            "intents", "outOfScope", "humanRequest", "emotion", "conversations", "trainTest");
    assertThat(json.at("/intents/outOfScope/rejected").intValue()).isEqualTo(1);
    assertThat(json.at("/humanRequest/recall").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/humanRequest/precision").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/humanRequest/falseAlarmRate").doubleValue()).isEqualTo(1);
    assertThat(json.at("/emotion/byEmotion/anger/recall").doubleValue()).isEqualTo(1);
    assertThat(json.at("/emotion/auc").doubleValue()).isEqualTo(1);
    assertThat(json.get("conversations").toString())
        .isEqualTo(
            "{\"n\":3,\"escalateExpected\":2,\"escalatedInTime\":1,\"botExpected\":1,"
                + "\"escalatedNeedlessly\":1,\"maxFailedTurnsInARow\":2,\"failures\":["
                + "{\"id\":\"a\",\"turn\":2,\"what\":\"late\"},"
                + "{\"id\":\"b\",\"turn\":3,\"what\":\"needless: two_strikes\"}]}");
    var learnt = json.get("trainTest");
    assertThat(learnt.get("n").intValue()).isEqualTo(1);
    assertThat(learnt.get("oosRecallAt95").doubleValue()).isEqualTo(1);
    assertThat(learnt.get("oosAuroc").doubleValue()).isEqualTo(1);
    assertThat(learnt.has("trainSeconds")).isTrue();
  }

  @Test
  void learnsNoCatalogueForTrainAndTest() throws IOException {
    ask(Question.TRAIN_TEST, "text\tlabel\tsplit\nx\ta\ttrain\ny\ta\ttest\n");
    assertThat(run(SmallShop.withoutBrain(), order(true, null, null))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"n\":1,\"accuracy\":1.0,")
        .contains("\"auc\":null", "\"oosRecallAt95\":null");
  }

  @Test
  void tellsABrokenFileBeforeItLearns() throws IOException {
    intents();
    var broken = ask(Question.CONVERSATIONS, "{\"id\":\"a\",\"lang\":\"de\",\"turns\":[]\n");
    assertThat(run(SmallShop.withoutBrain(), order(true, null, null))).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(told()).startsWith(broken + ":1: is not JSON").hasLineCount(1);
  }

  @Test
  void namesWhatIsWrongWithAConversation() throws IOException {
    var head = "{\"id\":\"a\",\"lang\":\"de\",\"turns\":[\"x\"],\"expected\":";
    wrong("[]", "expected a JSON object");
    wrong(head + "\"bot\",\"lang\":\"fr\"}", "lang cannot be \"fr\"");
    wrong(head + "\"person\"}", "expected cannot be \"person\"");
    wrong(head + "\"escalate\",\"by_turn\":2}", "by_turn must be one of the turns, was 2");
    wrong(head + "\"escalate\",\"by_turn\":\"1\"}", "by_turn must be a number or null, was \"1\"");
    wrong("{\"id\":\"a\",\"lang\":\"de\",\"turns\":[7]}", "turns cannot hold 7");
    wrong(
        "{\"id\":\"a\",\"lang\":\"de\",\"turns\":[]," + "\"expected\":\"bot\"}",
        "turns must not be empty");
  }

  @Test
  void refusesABrokenCatalogue() throws IOException {
    intents();
    Files.writeString(folder.resolve("x.yaml"), "id: y");
    var order = new EvaluateOrder(files, folder, true, null, null);
    assertThat(run(SmallShop.means(), order)).isEqualTo(2);
    assertThat(told()).startsWith("the catalogue is broken: x.yaml:1: ").hasLineCount(1);
  }

  @Test
  void listsEveryWrongLine() throws IOException {
    intents();
    ask(Question.EMOTION, "lang\tescalate\temotion\ttext\nen\t1\tfear\tjobs\nen\t0\tnone\tjobs\n");
    var errors = folder.resolve("errors.tsv");
    assertThat(run(SmallShop.means(), order(true, errors, null))).isZero();
    assertThat(Files.readAllLines(errors))
        .containsExactly(
            "question\tlang\texpected\tgot\tprobability\tverdict\ttext",
            "intents\tde\tthanks\tjobs\t0.9500\tanswered\t" + EVIL,
            "intents\ten\tvoucher_info\tnone\t0.0000\tnot_understood\tgibberish",
            "emotion\ten\tperson\tbot\t0.0000\tfear\tjobs");
  }

  @Test
  void drawsAReportThatRunsNothing() throws Exception {
    intents();
    ask(
        Question.CONVERSATIONS,
        "{\"id\":\"<b>\",\"lang\":\"de\",\"turns\":[\"human\"],\"expected\":\"bot\"}\n");
    var report = folder.resolve("report.html");
    assertThat(run(SmallShop.means(), order(false, null, report))).isZero();
    var html = Files.readString(report);
    assertThat(html)
        .contains("jobs &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;", "&lt;b&gt;")
        .doesNotContain("<script", "<b>", "http://", "https://")
        .contains("prefers-color-scheme: dark", "polyline", "class=\"miss\"", "class=\"dot\"");
    assertThat(html.split("<svg ", -1)).hasSize(4);
    Pages.expectWellFormed(html);
  }

  @Test
  void tellsPeopleFiguresAndProgress() throws IOException {
    intents();
    assertThat(run(SmallShop.means(), order(false, null, null))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("top intent right", "50.0 %  (2 of 4)", "thanks for jobs, 1 ×");
    assertThat(told()).contains("learning", "100 %");
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    intents();
    assertThat(run(SmallShop.means(), order(true, folder.resolve("no/e.tsv"), null))).isEqualTo(2);
    assertThat(told()).contains("cannot be written").hasLineCount(1);
  }

  private void intents() throws IOException {
    ask(
        Question.INTENTS,
        "lang\tintent\ttext\nde\tthanks\tthanks a lot\nde\tthanks\t"
            + EVIL
            + "\nen\tjobs\tjobs\nen\tvoucher_info\tgibberish\n");
  }

  private Path ask(Question question, String text) throws IOException {
    var file = Files.writeString(folder.resolve(question.key()), text);
    files.put(question, file);
    return file;
  }

  private void wrong(String line, String message) throws IOException {
    files.clear();
    err.reset();
    var file = ask(Question.CONVERSATIONS, line + "\n");
    assertThat(run(SmallShop.withoutBrain(), order(true, null, null))).isEqualTo(2);
    assertThat(told()).isEqualTo(file + ":1: " + message + System.lineSeparator());
  }

  private JsonNode json() {
    assertThat(run(SmallShop.means(), order(true, null, null))).isZero();
    assertThat(err.size()).isZero();
    var text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).hasLineCount(1).endsWith("}\n");
    return new JsonMapper().readTree(text);
  }

  private EvaluateOrder order(boolean json, @Nullable Path errors, @Nullable Path report) {
    return new EvaluateOrder(files, null, json, errors, report);
  }

  private int run(Means means, EvaluateOrder order) {
    return new EvaluateCommand(
            means,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(order);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
