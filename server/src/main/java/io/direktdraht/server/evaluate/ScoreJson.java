package io.direktdraht.server.evaluate;

import io.direktdraht.bot.evaluate.ConversationScore;
import io.direktdraht.intents.evaluate.AlarmScore;
import io.direktdraht.intents.evaluate.IntentScore;
import io.direktdraht.intents.evaluate.OutOfScopeScore;
import io.direktdraht.intents.evaluate.TrainTestScore;
import io.direktdraht.intents.measure.Latency;
import java.util.EnumMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Results as one JSON object: the fields of `docs/evaluation.md`. One question's fields stand at
/// the top, several questions stand under their keys.
final class ScoreJson {
  private final JsonMapper json = new JsonMapper();

  String write(List<Result> results) {
    var nodes = new EnumMap<Question, ObjectNode>(Question.class);
    results.forEach(result -> nodes.put(result.question(), node(result)));
    var intents = nodes.get(Question.INTENTS);
    var strange = nodes.get(Question.OUT_OF_SCOPE);
    if (intents != null && strange != null) {
      intents.set("outOfScope", strange);
      if (nodes.size() == 2) return json.writeValueAsString(intents);
    }
    if (nodes.size() == 1 && strange == null)
      return json.writeValueAsString(nodes.values().iterator().next());
    var all = json.createObjectNode();
    nodes.forEach((question, node) -> all.set(question.key(), node));
    return json.writeValueAsString(all);
  }

  private ObjectNode node(Result result) {
    return switch (result) {
      case Result.Intents(var score, var encoder) -> intents(score, encoder);
      case Result.OutOfScope(var score) -> outOfScope(score);
      case Result.HumanRequest(var score) -> alarm(score);
      case Result.Emotion(var score) -> alarm(score);
      case Result.Conversations(var score) -> conversations(score);
      case Result.TrainTest(var score) -> trainTest(score);
    };
  }

  private ObjectNode intents(IntentScore score, String encoder) {
    var node = json.createObjectNode();
    node.put("n", score.right().n());
    node.put("accuracy", score.right().rate());
    node.put("macroF1", score.macroF1());
    var byLanguage = node.putObject("byLanguage");
    score
        .byLanguage()
        .forEach((language, share) ->
            byLanguage.putObject(language).put("n", share.n()).put("accuracy", share.rate()));
    var byIntent = node.putObject("byIntent");
    score
        .labels()
        .byLabel()
        .forEach((intent, of) ->
            byIntent
                .putObject(intent)
                .put("n", of.n())
                .put("precision", of.precision())
                .put("recall", of.recall())
                .put("f1", of.f1()));
    var confusions = node.putArray("confusions");
    for (var one : score.labels().mistaken())
      confusions.addArray().add(one.expected()).add(one.got()).add(one.count());
    node.put("ece", score.ece());
    node.put("abstained", score.abstained().rate());
    node.put("wrongAnswered", score.wrongAnswered().rate());
    node.put("encoder", encoder);
    node.set("msPerMessage", latency(score.latency()));
    return node;
  }

  private ObjectNode outOfScope(OutOfScopeScore score) {
    return json.createObjectNode()
        .put("n", score.rejected().n())
        .put("rejected", score.rejected().rate());
  }

  private ObjectNode alarm(AlarmScore score) {
    var node = rates(score.all());
    if (score.auc() != null) node.put("auc", score.auc());
    var byLanguage = node.putObject("byLanguage");
    score.byLanguage().forEach((language, rates) -> byLanguage.set(language, rates(rates)));
    var byEmotion = node.putObject("byEmotion");
    score.byKind().forEach((kind, rates) -> byEmotion.set(kind, rates(rates)));
    return node;
  }

  private ObjectNode rates(AlarmScore.Rates rates) {
    return json.createObjectNode()
        .put("n", rates.n())
        .put("recall", rates.recall())
        .put("precision", rates.precision())
        .put("falseAlarmRate", rates.falseAlarms().rate());
  }

  private ObjectNode conversations(ConversationScore score) {
    var node =
        json.createObjectNode()
            .put("n", score.n())
            .put("escalateExpected", score.expected().n())
            .put("escalatedInTime", score.expected().escalated())
            .put("botExpected", score.needless().n())
            .put("escalatedNeedlessly", score.needless().escalated())
            .put("maxFailedTurnsInARow", score.failedInARow());
    var failures = node.putArray("failures");
    for (var one : score.failures())
      failures.addObject().put("id", one.id()).put("turn", one.turn()).put("what", one.what());
    return node;
  }

  private ObjectNode trainTest(TrainTestScore score) {
    var strange = score.strange();
    var node =
        json.createObjectNode()
            .put("n", score.labels().n())
            .put("accuracy", score.labels().accuracy())
            .put("macroF1", score.labels().macroF1());
    if (score.auc() == null) node.putNull("auc");
    else node.put("auc", score.auc());
    if (strange == null) node.putNull("oosRecallAt95").putNull("oosAuroc");
    else node.put("oosRecallAt95", strange.recallAt95()).put("oosAuroc", strange.auroc());
    node.put("ece", score.reliability().ece());
    node.put("trainSeconds", score.learning().trainSeconds());
    node.set("msPerMessage", latency(score.learning().latency()));
    return node;
  }

  private ObjectNode latency(Latency latency) {
    return json.createObjectNode().put("p50", latency.p50()).put("p99", latency.p99());
  }
}
