package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.telegram.TelegramDialect;
import io.direktdraht.channel.whatsapp.FakeTemplates;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Templates;
import io.direktdraht.conversation.template.Templates.Offer;
import io.direktdraht.conversation.template.TemplatesContract;
import io.direktdraht.conversation.template.Unusable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The templates of WhatsApp, as they are kept.
class PlatformTemplatesTest implements TemplatesContract {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration SELDOM = Duration.ofHours(1);
  private final Bench bench = new Bench(new WhatsAppDialect());
  private final FakeTemplates account = new FakeTemplates();
  private final Platforms platforms =
      new Platforms(
          BenchPorts.of(bench, new MemoryDeliveries(bench.log), new LocalSignals()),
          new Platforms.Rhythm(SELDOM, Duration.ZERO, Duration.ofDays(30), KEPT, 1, Duration.ZERO),
          new Probe("secret"),
          () -> bench.now,
          new SimpleMeterRegistry());

  PlatformTemplatesTest() {
    account.on(bench.platform);
    platforms.open(
        bench.dialect.line(bench.platform.url(), Duration.ofSeconds(5), () -> bench.now));
  }

  @AfterEach
  void close() {
    platforms.close();
    bench.close();
  }

  @Override
  public Templates templates() {
    return platforms;
  }

  @Override
  public void tells(Template... all) {
    account.says(new Reaction.Takes());
    account.have(all);
  }

  @Override
  public void falls() {
    account.says(new Reaction.Says(503, ""));
  }

  @Override
  public void later() {
    bench.now = bench.now.plus(KEPT);
  }

  @Test
  void withoutItsAccountALineSaysWhatItLacks() throws InterruptedException {
    platforms.close(LINE);
    var adapter =
        platforms.open(WhatsAppDialect.withoutAccount(bench.platform.url(), () -> bench.now));
    assertThat(adapter.templates()).isEqualTo(Templates.Readiness.UNSET);
    assertThat(platforms.on(LINE)).isEqualTo(new Offer.Unset("waba-id"));
    assertThat(account.asked()).isEmpty();
  }

  @Test
  void whatWantsAFileIsWithheldWhereThePlatformCannotFetchAny() throws InterruptedException {
    tells(Forms.part(), Forms.plain());
    bench.links = "http://localhost/files/";
    var known = (Offer.Known) platforms.on(LINE);
    assertThat(known.all()).containsExactly(Forms.plain());
    assertThat(known.unusable())
        .containsExactly(new Unusable("spare_part", "de", Unusable.Why.ADDRESS));
    bench.links = "https://chat.example/files/";
    later();
    assertThat(((Offer.Known) platforms.on(LINE)).all())
        .containsExactly(Forms.part(), Forms.plain());
  }

  @Test
  void otherPlatformsHaveNone() throws InterruptedException {
    platforms.close(LINE);
    var line =
        new TelegramDialect().line(bench.platform.url(), Duration.ofSeconds(5), () -> bench.now);
    assertThat(platforms.open(line).templates()).isEqualTo(Templates.Readiness.NONE);
    assertThat(platforms.on(line.hook().line().id())).isEqualTo(new Offer.None());
  }

  @Test
  void thePlatformIsNotAskedAgainForAWhile() throws InterruptedException {
    tells(Forms.plain());
    for (int i = 0; i < 3; i++) platforms.on(LINE);
    bench.now = bench.now.plus(KEPT).minusSeconds(1);
    platforms.on(LINE);
    assertThat(account.asked()).hasSize(1);
    later();
    platforms.on(LINE);
    assertThat(account.asked()).hasSize(2);
  }

  @Test
  void afterAnOutageItIsAskedSooner() throws InterruptedException {
    falls();
    platforms.on(LINE);
    platforms.on(LINE);
    assertThat(account.asked()).hasSize(1);
    tells(Forms.plain());
    bench.now = bench.now.plusSeconds(15);
    assertThat(platforms.on(LINE)).isInstanceOf(Offer.Known.class);
  }
}
