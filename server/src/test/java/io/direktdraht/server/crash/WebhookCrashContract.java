package io.direktdraht.server.crash;

import static io.direktdraht.server.crash.SlimPlatforms.CRM;
import static io.direktdraht.server.crash.SlimPlatforms.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.webhook.WebhookDialect;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.history.Operation;
import io.direktdraht.storage.history.Stored;
import io.direktdraht.storage.history.Stored.Type;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process dies at each dangerous point of a webhook (R01 to R05 and R08 of the failure list);
/// the platform repeats what was not acknowledged.
abstract class WebhookCrashContract extends CrashRig {
  private final MediaDialect whatsapp = new WhatsAppDialect();
  private final Dialect crm = new WebhookDialect(InstantSource.system());
  private int number;

  /// A platform's call with a message of a contact who never wrote before.
  record Webhook(Line line, int contact, Body body, String text) {}

  Webhook webhook(Line line) {
    var body = body();
    int one = ++number;
    return new Webhook(line, one, body, dialect(line).wrote(one, one, body.toString()));
  }

  private Webhook picture() {
    var body = body();
    int one = ++number;
    var text = whatsapp.sent(one, one, "picture" + one, body.toString(), platform.address());
    return new Webhook(WHATSAPP, one, body, text);
  }

  private Dialect dialect(Line line) {
    return line.equals(WHATSAPP) ? whatsapp : crm;
  }

  @Test
  void r01StoresTheRepeatedCallOnceWhenItDiedBeforeTheCommit() {
    var webhook = webhook(WHATSAPP);
    node.arm("before-commit:inbound_event");
    assertThat(post(webhook)).isFalse();
    restart();
    assertThat(node.unread(WHATSAPP)).isZero();
    assertThat(post(webhook)).isTrue();
    assertAnsweredOnce(webhook);
  }

  @Test
  void r02AbsorbsTheRepeatedCallWhenItDiedBetweenCommitAndAcknowledgement() {
    var webhook = webhook(WHATSAPP);
    node.arm("after-commit:inbound_event");
    assertThat(post(webhook)).isFalse();
    restart();
    assertThat(post(webhook)).isTrue();
    assertAnsweredOnce(webhook);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:MessageReceived", "after-commit:MessageReceived"})
  void r03UnderstandsTheCallOnceWhenItDiedOverIt(String point) {
    var webhook = webhook(WHATSAPP);
    dieOver(webhook, point);
    assertAnsweredOnce(webhook);
  }

  @Test
  void r04SendsTheAnswerOnceWhenItDiedBeforeTheOutboxDid() {
    var webhook = webhook(WHATSAPP);
    dieOver(webhook, "after-commit:TurnDecided");
    assertAnsweredOnce(webhook);
    assertThat(history.deliveries()).hasSize(1);
    assertThat(platform.calls()).isEqualTo(1);
  }

  @Test
  void r05ShowsASendThatMayHaveArrivedUntilThePlatformTellsAndNeverRepeatsIt() {
    var webhook = webhook(WHATSAPP);
    dieOver(webhook, "after-deliver");
    var log = understood(webhook);
    assertThat(count(log, Type.AMBIGUOUS)).isEqualTo(1);
    assertThat(platform.calls()).isEqualTo(1);
    var told = whatsapp.status(platform.last(), "delivered").orElseThrow().body();
    assertThat(node.post(WHATSAPP, told)).contains(200);
    Patience.until("all is read", () -> node.unread(WHATSAPP) == 0);
    assertThat(count(settled(conversation(webhook)), "SendConfirmed")).isEqualTo(1);
    assertThat(platform.calls()).isEqualTo(1);
  }

  @Test
  void r05RepeatsASendWhereThePlatformKnowsARepetition() {
    var webhook = webhook(CRM);
    dieOver(webhook, "after-deliver");
    assertThat(count(understood(webhook), Type.AMBIGUOUS)).isZero();
    assertThat(platform.calls()).isEqualTo(2);
    assertThat(history.deliveries()).hasSize(1);
  }

  @Test
  void r08FetchesTheWholeFileAgainWhenItWasKilledInTheMiddleOfIt() {
    var webhook = picture();
    platform.pictures().pause();
    assertThat(post(webhook)).isTrue();
    Patience.until("half of it is there", () -> platform.pictures().begun() == 1);
    renew();
    assertThat(conversation(webhook)).isEmpty();
    platform.pictures().goOn();
    assertHasItsFile(webhook);
    assertThat(platform.pictures().begun()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:attachment", "after-commit:attachment"})
  void r08HasTheFileOnceWhenItDiedWhileTheFileWasStored(String point) {
    var webhook = picture();
    dieOver(webhook, point);
    assertHasItsFile(webhook);
    assertThat(platform.pictures().begun()).isEqualTo(point.startsWith("before") ? 2 : 1);
  }

  /// The platform's call is acknowledged, at once or when it is repeated, and the process has died
  /// at the point.
  private void dieOver(Webhook webhook, String point) {
    node.arm(point);
    boolean acknowledged = post(webhook);
    restart();
    if (!acknowledged) assertThat(post(webhook)).isTrue();
  }

  /// False when the platform heard nothing.
  boolean post(Webhook webhook) {
    history.invoke(Operation.Kind.WEBHOOK, webhook.body);
    var status = node.post(webhook.line, webhook.text);
    if (status.isEmpty()) {
      history.info(Operation.Kind.WEBHOOK, webhook.body);
      return false;
    }
    assertThat(status).contains(200);
    history.ok(Operation.Kind.WEBHOOK, webhook.body);
    return true;
  }

  void assertAnsweredOnce(Webhook webhook) {
    var log = understood(webhook);
    assertThat(count(log, Type.RECEIVED)).isEqualTo(1);
    assertThat(count(log, Type.TURN)).isEqualTo(1);
    assertThat(count(log, Type.BOT_SAID)).isEqualTo(1);
  }

  private void assertHasItsFile(Webhook webhook) {
    assertThat(count(understood(webhook), Type.RECEIVED)).isEqualTo(1);
    assertThat(node.files(conversation(webhook))).isEqualTo(List.of(Signature.hash(Files.PNG)));
    assertThat(node.orphans()).isZero();
  }

  /// The log once the platform's calls are understood and nothing is owed any more.
  private List<Stored> understood(Webhook webhook) {
    Patience.until("all is read", () -> node.unread(webhook.line) == 0);
    return settled(conversation(webhook));
  }

  private String conversation(Webhook webhook) {
    return node.latest(webhook.line, dialect(webhook.line).id(webhook.contact));
  }
}
