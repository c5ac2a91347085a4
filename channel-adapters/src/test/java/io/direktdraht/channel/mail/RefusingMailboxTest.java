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

/// A mailbox that lets nobody in, and would lock the account of whoever knocks too often.
class RefusingMailboxTest {
  private static final int KNOCKS = 10;

  /// Two of us knock (who looks, and who listens), every tenth of a second at first: the waits
  /// between five times of both are 0.1, 0.2, 0.4 and 0.8 s. Without them it takes half a second.
  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  private final CountDownLatch knocks = new CountDownLatch(KNOCKS);
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
    var line = MailLines.mail(door.getLocalPort(), door.getLocalPort());
    boxes = MailConnectorTest.boxes(line, List.of());
    long began = System.nanoTime();
    boxes.connector(line).open();
    assertThat(knocks.await(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(AT_LEAST);
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
        var tag = line.substring(0, line.indexOf(' '));
        if (line.contains(" LOGIN ")) {
          knocks.countDown();
          say(caller, tag + " NO [AUTHENTICATIONFAILED] not you");
        } else {
          say(caller, tag + " OK done");
        }
      }
    } catch (IOException gone) {
      assertThat(gone).isNotNull(); // whoever was refused hangs up
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
