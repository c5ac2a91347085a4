package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Occurrence.Done;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.door.Brought.Missed;
import io.direktdraht.channel.platform.door.Brought.Why;
import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Shelf;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attaching.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// Brings the files of a message from their platform into our store, each under an id that follows
/// from the message: however often the message comes, its files come once.
final class Fetching {
  private static final int MOST = 30; // files of a message, as Messenger allows
  private static final int AT_ONCE = 8; // each in memory while it comes
  private final Line.Id line;
  private final Shelf shelf;
  private final Attaching attaching;
  private final Patience patience;
  private final Rest rest;
  private final Semaphore slots = new Semaphore(AT_ONCE);

  /// How often a file is asked for, and how long until the second time; each further pause is four
  /// times as long.
  record Patience(int attempts, Duration firstPause) {}

  /// How time passes between two attempts.
  @FunctionalInterface
  interface Rest {
    /// False when there is no time left, since the product stops.
    boolean pause(Duration length) throws InterruptedException;
  }

  /// What came of one file.
  private sealed interface Outcome {
    record Here(Attachment file) implements Outcome {}

    record NotHere(Why why, String detail) implements Outcome {}

    record Stopped() implements Outcome {}
  }

  Fetching(Line.Id line, Shelf shelf, Attaching attaching, Patience patience, Rest rest) {
    this.line = line;
    this.shelf = shelf;
    this.attaching = attaching;
    this.patience = patience;
    this.rest = rest;
  }

  /// Whether anything has to be fetched for it.
  static boolean needed(Done done) {
    return done instanceof Said said
        && said.things().stream().anyMatch(thing -> thing.file() != null);
  }

  /// Empty when the product stops: then another time. `named` gives a file without a name one.
  Optional<Brought> bring(Said said, UnaryOperator<String> named) throws InterruptedException {
    var files = new ArrayList<Attachment>();
    var missed = new ArrayList<Missed>();
    int number = 0;
    for (var thing : said.things()) {
      if (thing.file() == null) continue;
      if (number >= MOST) {
        missed.add(new Missed(thing, Why.TOO_MANY, ""));
        continue;
      }
      var name = thing.detail() == null ? named.apply(thing.kind().name()) : thing.detail();
      switch (one(thing.file(), id(said, number++), name, line + ":" + said.from().id())) {
        case Outcome.Here(var file) -> files.add(file);
        case Outcome.NotHere(var why, var detail) -> missed.add(new Missed(thing, why, detail));
        case Outcome.Stopped() -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Brought(files, missed));
  }

  private Attachment.Id id(Said said, int number) {
    var name = line + "|" + said.key() + "|" + number;
    return new Attachment.Id(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  private Outcome one(String file, Attachment.Id id, String name, String owner)
      throws InterruptedException {
    var before = attaching.taken(id);
    if (before.isPresent()) return new Outcome.Here(before.get());
    var pause = patience.firstPause;
    for (int attempt = 1; ; attempt++) {
      switch (fetched(file)) {
        case Download.Fetched(var bytes) -> {
          return stored(bytes, id, name, owner);
        }
        case Download.TooBig(long longest) -> {
          return new Outcome.NotHere(Why.TOO_BIG, longest + " B");
        }
        case Download.Gone(var why) -> {
          return new Outcome.NotHere(Why.GONE, why);
        }
        case Download.Refused(var why) -> {
          return new Outcome.NotHere(Why.REFUSED, why);
        }
        case Download.Moved _ -> {
          return new Outcome.NotHere(Why.REFUSED, "sent on");
        }
        case Download.Later(var why) -> {
          if (!rest.pause(attempt == patience.attempts ? Duration.ZERO : pause))
            return new Outcome.Stopped();
          if (attempt == patience.attempts) return new Outcome.NotHere(Why.UNREACHABLE, why);
          pause = pause.multipliedBy(4);
        }
      }
    }
  }

  private Download fetched(String file) throws InterruptedException {
    slots.acquire();
    try {
      return shelf.fetch(file);
    } finally {
      slots.release();
    }
  }

  private Outcome stored(byte[] bytes, Attachment.Id id, String name, String owner) {
    try {
      return switch (attaching.takeOnce(id, new ByteArrayInputStream(bytes), name, owner)) {
        case Result.Taken(var attachment) -> new Outcome.Here(attachment);
        case Result.TooBig(long longest) -> new Outcome.NotHere(Why.TOO_BIG, longest + " B");
        case Result.TooManyPixels(long most) -> new Outcome.NotHere(Why.TOO_BIG, most + " px");
        case Result.Empty() -> new Outcome.NotHere(Why.EMPTY, "");
        case Result.OtherKind() -> new Outcome.NotHere(Why.OTHER_KIND, "");
        case Result.TooMuch() -> new Outcome.NotHere(Why.TOO_MUCH, "");
      };
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (RuntimeException failed) {
      // Another node was faster, or nothing can be stored.
      return attaching.taken(id).<Outcome>map(Outcome.Here::new).orElseThrow(() -> failed);
    }
  }
}
