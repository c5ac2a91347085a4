package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.sms.SmsDialect;
import io.direktdraht.channel.sms.SmsSender;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One contact whom Twilio lets us not write to is no reason to be silent to all others.
class SmsCountryTest {
  @ParameterizedTest
  @ValueSource(ints = {21408, 21612})
  void whereWeMayNotSendTheOthersGetTheirsAndTheLogSaysIt(int code) throws InterruptedException {
    var log = Logger.getLogger(SmsSender.class.getName());
    var heard = new Heard();
    log.addHandler(heard);
    try (var bench = new Bench(new SmsDialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.platform.next(new Reaction.Says(400, "{\"code\":" + code + ",\"message\":\"no\"}"));
      bench.carry();
      bench.says(bench.hears(2, 2, "Hallo"), "zwei");
      bench.carry();
      assertThat(bench.failures(1)).containsExactly("unreachable");
      assertThat(bench.shown()).containsExactly("zwei");
    } finally {
      log.removeHandler(heard);
    }
    assertThat(heard.levels).containsExactly("WARNING");
  }

  private static final class Heard extends Handler {
    private final List<String> levels = new ArrayList<>();

    @Override
    public void publish(LogRecord told) {
      levels.add(told.getLevel().getName());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
