package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A mailbox that refuses us, and would lock the account of whoever knocks too often.
class RefusingMailboxTest {
  /// Who is refused knocks again after a tenth of a second at first: the waits between five times
  /// are 0.1, 0.2, 0.4 and 0.8 s. Without them it takes half a second.
  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  private static final int FIVE_TIMES_BOTH = 10; // who looks, and who listens
  private static final int FIVE_TIMES = 5;
  private volatile boolean open;
  private volatile CountDownLatch knocks = new CountDownLatch(FIVE_TIMES_BOTH);
  private ServerSocket door;
  private Mailboxes boxes;

  @BeforeEach
  void start() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::answer);
  }

  @AfterEach
  void stop() throws IOException {
    boxes.close();
    door.close();
  }

  @Test
  void isKnockedAtMoreAndMoreSeldom() throws InterruptedException {
    assertThat(untilKnocked()).isGreaterThan(AT_LEAST);
  }

  /// As providers do that allow one connection: who looks is in, and looks again and again, but who
  /// listens is refused.
  @Test
  void whoLooksMakesNobodyElseKnockMoreOften() throws InterruptedException {
    open = true;
    knocks = new CountDownLatch(FIVE_TIMES);
    assertThat(untilKnocked()).isGreaterThan(AT_LEAST);
  }

  private Duration untilKnocked() throws InterruptedException {
    var line = MailLines.mail(door.getLocalPort(), door.getLocalPort());
    boxes = MailConnectorTest.boxes(line, List.of());
    long began = System.nanoTime();
    boxes.connector(line).open();
    assertThat(knocks.await(2, TimeUnit.MINUTES)).isTrue();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void answer() {
    while (!door.isClosed()) {
      try {
        var caller = door.accept();
        Thread.ofVirtual().start(() -> refuse(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void refuse(Socket caller) {
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
      say(caller, "* OK [CAPABILITY IMAP4rev1 IDLE] ready");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.contains(" EXAMINE ")) return; // who listens, and came before who looks
        say(caller, answer(line));
      }
    } catch (IOException gone) {
      assertThat(gone).isNotNull(); // whoever was refused hangs up
    }
  }

  private String answer(String line) {
    var tag = line.substring(0, line.indexOf(' '));
    if (line.contains(" SELECT ")) {
      open = false;
      return "* 0 EXISTS\r\n" + tag + " OK [READ-WRITE] done";
    }
    if (open || !line.contains(" LOGIN ")) return tag + " OK done";
    knocks.countDown();
    return tag + " NO [AUTHENTICATIONFAILED] not you";
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
