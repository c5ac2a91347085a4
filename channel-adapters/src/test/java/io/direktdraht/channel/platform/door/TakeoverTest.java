package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.messenger.MessengerDialect;
import io.direktdraht.channel.messenger.MetaInbox;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.telegram.TelegramDialect;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.HandledElsewhere;
import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.way.Hearing;
import io.direktdraht.conversation.way.Takeover;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who answers a contact, we or another app of the page, and how they are taken back.
class TakeoverTest {
  private static final String INBOX = "263902037430900";
  private static final Duration SELDOM = Duration.ofHours(1);
  private final Bench bench = new Bench(new MessengerDialect(Network.MESSENGER));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatComesByStandbyIsHandledElsewhereOnceUntilTheContactWritesToUs()
      throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    assertThat(elsewhere()).isFalse();
    bench.post(MetaInbox.standby(MetaInbox.echo(1, 2, "", "Hier Eva")));
    bench.post(MetaInbox.standby(bench.dialect.wrote(1, 3, "Meine Bank wackelt")));
    bench.post(MetaInbox.standby(bench.dialect.wrote(1, 4, "Noch da?")));
    bench.work();
    assertThat(elsewhere()).isTrue();
    assertThat(turns()).containsExactly(true);
    assertThat(bench.texts(1)).containsExactly("Hallo");
    bench.hears(1, 5, "Danke");
    assertThat(elsewhere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"take_thread_control", "pass_thread_control"})
  void anotherAppTakesAndGivesBack(String kind) throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    var taken = MetaInbox.control(1, 2, kind, INBOX);
    bench.post(taken);
    bench.work();
    assertThat(elsewhere()).isTrue();
    bench.post(MetaInbox.control(1, 3, kind, MessengerDialect.APP));
    bench.work();
    assertThat(elsewhere()).isFalse();
    bench.post(taken.replace("}]", "} ]")); // once more, in another call
    bench.work();
    assertThat(elsewhere()).isFalse();
    assertThat(turns()).containsExactly(true, false);
  }

  /// Their last word there was a moment ago; nobody has to wait for the hour to pass.
  @Test
  void theBotSpeaksAgainWhenTheContactWasGivenBack() throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    bench.post(MetaInbox.standby(MetaInbox.echo(1, 2, "", "Hier Eva")));
    bench.work();
    bench.post(MetaInbox.control(1, 3, "pass_thread_control", MessengerDialect.APP));
    bench.work();
    bench.hears(1, 4, "Meine Bank wackelt");
    assertThat(bench.received(1).getLast().automatic()).isFalse();
  }

  @Test
  void whatTheContactWritesThereKeepsTheWindowOpen() throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    bench.now = bench.now.plus(Duration.ofHours(20));
    bench.post(MetaInbox.standby(bench.dialect.wrote(1, 2, "Noch da?")));
    bench.work();
    assertThat(hearing().on(bench.line(), bench.conversation(1)).at()).isEqualTo(bench.now);
  }

  @ParameterizedTest
  @EnumSource(Network.class)
  void metaIsAskedForTheContactByTheirId(Network network) throws InterruptedException {
    try (var other = new Bench(new MessengerDialect(network))) {
      other.platform.next(new Reaction.Says(200, "{\"success\":true}"));
      assertThat(take(other)).isEqualTo(new Takeover.Result.Taken());
      assertThat(other.platform.lastPath())
          .isEqualTo("/v25.0/" + MessengerDialect.PAGE + "/take_thread_control");
      assertThat(other.platform.lastAuthorization())
          .isEqualTo("Bearer " + MessengerDialect.ACCESS_TOKEN);
      assertThat(other.platform.called().getLast())
          .hasToString("{\"recipient\":{\"id\":\"psid-1\"}}");
    }
  }

  @Test
  void aRefusalSaysWhy() throws InterruptedException {
    bench.platform.next(bench.dialect.invalid());
    assertThat(take(bench)).isEqualTo(new Takeover.Result.Refused("Meta 100/2018047: what"));
    bench.platform.next(bench.dialect.deadCredentials());
    assertThat(take(bench)).isInstanceOf(Takeover.Result.Refused.class);
    bench.platform.next(new Reaction.Says(200, "{\"success\":false}"));
    assertThat(take(bench)).isInstanceOf(Takeover.Result.Unknown.class);
  }

  @Test
  void anOutageIsNoRefusal() throws InterruptedException {
    bench.platform.next(new Reaction.Says(503, ""));
    assertThat(take(bench)).isEqualTo(new Takeover.Result.Unknown("HTTP 503"));
    bench.platform.next(new Reaction.TakesAndBreaks(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(take(bench)).isInstanceOf(Takeover.Result.Unknown.class);
    bench.platform.next(bench.dialect.slow(5));
    assertThat(take(bench)).isInstanceOf(Takeover.Result.Unknown.class);
  }

  @Test
  void otherPlatformsHaveNoInboxOfTheirOwn() throws InterruptedException {
    try (var other = new Bench(new TelegramDialect())) {
      assertThat(take(other)).isInstanceOf(Takeover.Result.Refused.class);
      assertThat(other.platform.called()).isEmpty();
    }
  }

  private static Takeover.Result take(Bench bench) throws InterruptedException {
    try (var platforms = platforms(bench)) {
      var line = bench.line();
      platforms.open(
          bench.dialect.line(bench.platform.url(), Duration.ofSeconds(5), () -> bench.now));
      assertThat(platforms.take(new Contact.Point(new Line.Id("gone"), "psid-1")))
          .isInstanceOf(Takeover.Result.Refused.class);
      return platforms.take(new Contact.Point(line, "psid-1"));
    }
  }

  private static Platforms platforms(Bench bench) {
    return new Platforms(
        BenchPorts.of(bench, new MemoryDeliveries(bench.log), bench.signals),
        new Platforms.Rhythm(SELDOM, Duration.ZERO, Duration.ofDays(30), SELDOM, 1, Duration.ZERO),
        new Probe("secret"),
        () -> bench.now,
        new SimpleMeterRegistry());
  }

  private Hearing hearing() {
    return new Hearing(bench.log, bench.log);
  }

  private boolean elsewhere() {
    return hearing().on(bench.line(), bench.conversation(1)).elsewhere();
  }

  private List<Boolean> turns() {
    return bench.events(1).stream()
        .filter(HandledElsewhere.class::isInstance)
        .map(HandledElsewhere.class::cast)
        .map(ConversationEvent.HandledElsewhere::elsewhere)
        .toList();
  }
}
