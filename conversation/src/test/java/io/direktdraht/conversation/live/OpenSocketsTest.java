package io.direktdraht.conversation.live;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OpenSocketsTest {
  private final OpenSockets<Browser> open = new OpenSockets<>(seconds -> "bye " + seconds);

  /// Hangs up as soon as it is closed, as a live browser does; a dead one never does.
  private final class Browser implements OpenSockets.Client, LiveSocket.Wire {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final LiveSocket socket = new LiveSocket(this, 10);
    final String id;
    final boolean dead;

    Browser(String id, boolean dead) {
      this.id = id;
      this.dead = dead;
    }

    @Override
    public LiveSocket socket() {
      return socket;
    }

    @Override
    public void send(String frame) {
      heard.add(frame);
    }

    @Override
    public void close(int code, String reason) {
      heard.add("closed " + code);
      if (!dead) open.remove(id);
    }
  }

  @Test
  void whenItReturnsEverybodyWhoListensHasHeardGoodBye() {
    var browsers = List.of(new Browser("a", false), new Browser("b", false));
    browsers.forEach(browser -> open.add(browser.id, browser));
    open.close();
    for (var browser : browsers) {
      assertThat(browser.heard).hasSize(2);
      assertThat(browser.heard.getFirst()).startsWith("bye ");
      assertThat(browser.heard.getLast()).isEqualTo("closed 1001");
    }
  }

  @Test
  void doesNotWaitForEverForWhoNeverHangsUp() {
    var dead = new Browser("a", true);
    open.add(dead.id, dead);
    open.close();
    assertThat(dead.heard).contains("closed 1001");
  }

  @Test
  void whoComesDuringTheStopIsSentAwayToo() {
    open.close();
    var late = new Browser("late", false);
    open.add(late.id, late);
    until("it is sent away", () -> late.heard.contains("closed 1001"));
    assertThat(late.heard.getFirst()).startsWith("bye ");
  }
}
