package io.direktdraht.channel.platform;

import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing that a platform tells us.
public sealed interface Occurrence {
  /// What a contact does in a chat. `key` is the platform's id for it. `order` rises with what one
  /// contact does: a time or a number, by the platform's own clock.
  sealed interface Done extends Occurrence {
    Person from();

    String key();

    long order();
  }

  /// A contact wrote or pressed something. `things`: what came besides words.
  record Said(Person from, String key, long order, Content content, List<Thing> things)
      implements Done {
    public Said {
      things = List.copyOf(things);
    }

    public Said(Person from, String key, long order, Content content) {
      this(from, key, order, content, List.of());
    }
  }

  /// A contact gave a message other words. `message` is the key that it came with.
  record Edited(Person from, String key, long order, String message, String words)
      implements Done {}

  /// A contact took a message back.
  record Withdrawn(Person from, String key, long order, String message) implements Done {}

  /// Our message reached the contact, or was read.
  record Reached(Reference message, boolean read) implements Occurrence {}

  /// The same of the message to which the platform gave this id.
  record ReachedId(String id, boolean read) implements Occurrence {}

  /// The same of all that the platform had from us for this contact until then.
  record ReachedUntil(String contact, Instant time, boolean read) implements Occurrence {}

  /// The platform has our message.
  record Accepted(Reference message) implements Occurrence {}

  /// Our message, once accepted, did not reach the contact after all.
  record Failed(Reference message, DeliveryResult why) implements Occurrence {}

  /// A contact blocked us, or took that back. `key` is the platform's id for it.
  record Reach(String contact, String key, boolean reachable) implements Occurrence {}

  /// A contact wants nothing more from us, or does again; whatever else they write meanwhile. `key`
  /// is the platform's id for it.
  record OptOut(String contact, String key, boolean out) implements Occurrence {}

  /// A contact wants nothing from us but answers to what they write, or does again.
  record AnswersOnly(String contact, boolean only) implements Occurrence {}

  /// Somebody answers in the platform's own inbox, or the contact writes while they do: agents
  /// shall know it, and nobody here shall answer. `theirs`: the contact's own words. `key` is the
  /// platform's id for it.
  record Overheard(String contact, String key, boolean theirs, String text) implements Occurrence {}

  /// From now on somebody answers this contact in the platform's own inbox, or no longer does.
  /// `key` is the platform's id for it.
  record Turned(String contact, String key, boolean elsewhere) implements Occurrence {}

  /// Nothing that we act upon; `kind` is counted.
  record Ignored(String kind) implements Occurrence {}

  /// An entry that cannot be read.
  record Unread(String why) implements Occurrence {}

  /// What somebody wrote to another account than the line's stands in quarantine: perhaps the
  /// settings name the wrong one, and once they are right it can be read again.
  static Occurrence misdirected(String account, boolean written) {
    return written ? new Unread("for another account: " + account) : new Ignored("other account");
  }

  /// One entry among several: when it cannot be read, that is what there is to tell.
  static Occurrence guarded(Supplier<Occurrence> reading) {
    try {
      return reading.get();
    } catch (Hook.Unreadable broken) {
      return new Unread(String.valueOf(broken.getMessage()));
    } catch (RuntimeException defect) {
      return new Unread(defect.getClass().getSimpleName());
    }
  }

  /// Who wrote: the platform's id, and what it knows of them. `alias`: another id by which the
  /// platform itself names the same person beside the first, or null.
  record Person(
      String id, @Nullable String name, @Nullable String language, @Nullable String alias) {
    public Person(String id, @Nullable String name, @Nullable String language) {
      this(id, name, language, null);
    }
  }
}
