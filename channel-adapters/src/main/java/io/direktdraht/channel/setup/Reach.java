package io.direktdraht.channel.setup;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How what contacts write comes to a line, and with it what operators can see and try of it.
public sealed interface Reach {
  /// Its platform calls us at this path. `registers`: it can be told so from here; `unregistered`:
  /// why it does not know, or null.
  record Called(
      String path,
      boolean registers,
      @Nullable String unregistered,
      Handshake handshake,
      Trials tried)
      implements Reach {}

  /// We look for it.
  record Fetched(Sight sight, Trials tried) implements Reach {}

  /// Clients call our own doors, and need none of this. `off`: the setting that turns the line on;
  /// null: it is on.
  record Visited(@Nullable String off) implements Reach {}

  /// What this node has seen since it opened the line: when it last looked without being refused,
  /// how many it took, when somebody last wrote, and what is wrong.
  record Sight(
      @Nullable Instant looked,
      @Nullable Instant heard,
      int taken,
      @Nullable Trouble trouble,
      List<Event> events) {
    public Sight {
      events = List.copyOf(events);
    }
  }

  /// What is missing, as a `code` for which the page has words, and what the platform said.
  record Trouble(String code, String detail) {}

  /// One call or mail, and what became of it: waiting, done or quarantined.
  record Event(String key, String state, @Nullable String problem, Instant at) {}

  /// Whether the address leads to us and the platform knows it.
  interface Handshake {
    Tried with(URI webhook) throws InterruptedException;
  }

  /// What can be tried, so that operators need not wait for a customer to find out.
  interface Trials {
    /// Whether everybody who is asked takes our credentials, without telling anybody anything.
    List<Tried> check() throws InterruptedException;

    /// One message to somebody; it is part of no conversation.
    Tried say(String to, String text) throws InterruptedException;
  }

  /// Nothing can be tried where nobody stands at the other end.
  default Optional<Trials> trials() {
    return switch (this) {
      case Called called -> Optional.of(called.tried);
      case Fetched fetched -> Optional.of(fetched.tried);
      case Visited _ -> Optional.empty();
    };
  }
}
