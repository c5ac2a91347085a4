package io.direktdraht.channel.platform;

import io.direktdraht.conversation.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one line of a platform tells us what happened. Its methods ask nobody and change nothing.
public interface Hook {
  /// Its name is the last part of the webhook's path, its channel the part before.
  Line line();

  /// In bytes; more is refused.
  int longestBody();

  /// What to answer when the platform asks, by GET, whether we are who we say. Empty: we are not,
  /// or the platform never asks.
  default Optional<String> handshake(Map<String, String> query) {
    return Optional.empty();
  }

  /// Whether the platform itself wrote this.
  boolean authentic(Webhook webhook);

  /// What is kept of a call, for `read`: its body, unless more is needed.
  default String kept(Webhook webhook) {
    return webhook.text();
  }

  /// Whether a call tells of this line, whichever it was brought to: a platform may know one
  /// address for several lines (Meta: one for each app). Elsewhere each line has its own.
  default boolean meant(String kept) {
    return false;
  }

  /// Throws {@link Unreadable} when nothing of it can be read; one bad entry among good ones is an
  /// {@link Occurrence.Unread}.
  Telling read(String kept);

  /// What to answer to a call that nobody can read. Platforms are told nothing: some show it to the
  /// contact.
  default Answer confused(String why) {
    return Answer.NONE;
  }

  /// What one call tells. `key`: the same for every repetition of the call. `answer` goes back to
  /// the platform at once.
  record Telling(String key, List<Occurrence> occurrences, Answer answer) {
    public Telling {
      occurrences = List.copyOf(occurrences);
    }

    public Telling(String key, List<Occurrence> occurrences) {
      this(key, occurrences, Answer.NONE);
    }
  }

  record Answer(String contentType, String text) {
    public static final Answer NONE = new Answer("", "");
  }

  /// The body is not what the platform documents.
  final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreadable(String why) {
      super(why);
    }
  }
}
