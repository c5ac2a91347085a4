package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.telegram.TelegramDialect;
import io.direktdraht.conversation.Content.Choice;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Buttons that stay below a message go once one of them was pressed.
class PressedTest {
  @Test
  void nobodyPressesTwice() throws InterruptedException {
    try (var bench = new Bench(new TelegramDialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "Welche?", new Choice("Die rote", "/red"));
      bench.carry();
      var press = bench.dialect.pressed(1, 2, bench.platform.accepted().getFirst(), 0);
      bench.post(press);
      bench.work();
      bench.post(press);
      bench.work();
      var gone = "{\"chat_id\":1001,\"message_id\":1,\"reply_markup\":{\"inline_keyboard\":[]}}";
      assertThat(bench.platform.called())
          .filteredOn(call -> call.has("message_id"))
          .containsExactly(new JsonMapper().readTree(gone));
      assertThat(bench.platform.lastPath()).endsWith("/editMessageReplyMarkup");
      assertThat(bench.shown("pressed", "taken")).isEqualTo(1);
    }
  }

  @Test
  void belowWhatWasTypedThereAreNone() throws InterruptedException {
    try (var bench = new Bench(new TelegramDialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "Welche?", new Choice("Die rote", "/red"));
      bench.hears(1, 2, "die rote");
      assertThat(bench.received(1).getLast().payload()).isEqualTo("/red");
      assertThat(bench.platform.called()).isEmpty();
    }
  }
}
