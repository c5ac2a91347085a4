package io.direktdraht.conversation.mail;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was written in the threads of a line: how an answer finds its thread, its people and its
/// subject. A thread is the address of a contact on the line.
public interface MailThreads {
  /// The same id again changes nothing.
  void note(Line.Id line, Entry entry);

  Optional<Entry> find(Line.Id line, String id);

  /// Oldest first; of a very long thread the first and the newest 200.
  List<Entry> of(Line.Id line, String thread);

  /// How many mails our programs wrote to this address since.
  int automatic(Line.Id line, String address, Instant since);

  /// The newest thread that began with a mail from this address: those in which they only took part
  /// are others', and what we began went to an address that somebody named.
  Optional<String> begunBy(Line.Id line, String address);

  /// When the newest mail came; empty when none ever did.
  Optional<Instant> received(Line.Id line);

  enum Kind {
    RECEIVED,
    /// By a person of ours.
    WRITTEN,
    /// By the bot or the system.
    AUTOMATIC
  }

  /// One mail. `address` and `name` are the sender's of a received one, else the recipient's;
  /// `others` are the further addresses it went to.
  record Entry(
      String id,
      String thread,
      Kind kind,
      String address,
      @Nullable String name,
      List<String> others,
      String subject,
      Instant at) {
    public Entry {
      others = List.copyOf(others);
    }
  }
}
