package io.direktdraht.conversation.live;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveSocketTest {
  /// A connection that remembers what it was given; it sends nothing before its gate is open.
  private static final class Tape implements LiveSocket.Wire {
    final List<String> frames = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch gate;
    volatile boolean broken;

    Tape(int closed) {
      gate = new CountDownLatch(closed);
    }

    @Override
    public void send(String frame) throws IOException {
      try {
        gate.await();
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
      if (broken) throw new IOException("reset");
      frames.add(frame);
    }

    @Override
    public void close(int code, String reason) {
      frames.add("closed " + code);
    }
  }

  @Test
  void sendsInOrder() {
    var tape = new Tape(0);
    var socket = new LiveSocket(tape, 10_000);
    var expected = IntStream.range(0, 5_000).mapToObj(i -> "frame " + i).toList();
    expected.forEach(socket::send);
    until("the last frame", () -> tape.frames.size() == expected.size());
    assertThat(tape.frames).isEqualTo(expected);
  }

  @Test
  void closesWhoReadsTooSlowlySoThatTheyResume() {
    var tape = new Tape(1);
    var socket = new LiveSocket(tape, 3);
    for (int i = 0; i < 10; i++) socket.send("frame " + i);
    until("the end", () -> tape.frames.contains("closed 1013"));
    tape.gate.countDown();
    socket.send("too late");
    assertThat(tape.frames).doesNotContain("frame 9", "too late").containsOnlyOnce("closed 1013");
  }

  @Test
  void sendsWhatWaitsAndTheLastFrameBeforeItCloses() {
    var tape = new Tape(1);
    var socket = new LiveSocket(tape, 10);
    socket.send("eins");
    socket.send("zwei");
    socket.finish("bye", LiveSocket.GOING_AWAY, "restart");
    socket.send("too late");
    tape.gate.countDown();
    until("the end", () -> tape.frames.contains("closed 1001"));
    assertThat(tape.frames).containsExactly("eins", "zwei", "bye", "closed 1001");
  }

  @Test
  void theLastFrameIsSentEvenWhenTheQueueHasJustRunEmpty() {
    for (int i = 0; i < 3_000; i++) {
      var tape = new Tape(0);
      var socket = new LiveSocket(tape, 10);
      socket.send("eins");
      if (i % 2 == 0) until("the first", () -> !tape.frames.isEmpty());
      socket.finish("bye", LiveSocket.POLICY, "bad token");
      until("the end", () -> tape.frames.contains("closed 1008"));
      assertThat(tape.frames).containsExactly("eins", "bye", "closed 1008");
    }
  }

  @Test
  void closesOnceWhenTheConnectionBreaks() {
    var tape = new Tape(0);
    tape.broken = true;
    var socket = new LiveSocket(tape, 10);
    socket.send("eins");
    until("the end", () -> tape.frames.contains("closed 1001"));
    socket.close(LiveSocket.POLICY, "again");
    socket.send("zwei");
    assertThat(tape.frames).containsExactly("closed 1001");
  }
}
