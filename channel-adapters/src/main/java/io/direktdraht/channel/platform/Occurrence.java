package io.direktdraht.channel.platform;

import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing that a platform tells us.
public sealed interface Occurrence {
  /// A contact wrote or pressed something. `key` is the platform's id for it. `order` rises with
  /// what one contact writes: a time or a number, by the platform's own clock. `things`: what came
  /// besides words.
  record Said(Person from, String key, long order, Content content, List<Thing> things)
      implements Occurrence {
    public Said {
      things = List.copyOf(things);
    }

    public Said(Person from, String key, long order, Content content) {
      this(from, key, order, content, List.of());
    }
  }

  /// Our message reached the contact, or was read.
  record Reached(Reference message, boolean read) implements Occurrence {}

  /// Our message, once accepted, did not reach the contact after all.
  record Failed(Reference message, DeliveryResult why) implements Occurrence {}

  /// A contact blocked us, or took that back. `key` is the platform's id for it.
  record Reach(String contact, String key, boolean reachable) implements Occurrence {}

  /// Nothing that we act upon; `kind` is counted.
  record Ignored(String kind) implements Occurrence {}

  /// An entry that cannot be read.
  record Unread(String why) implements Occurrence {}

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

  /// Who wrote: the platform's id, and what it knows of them.
  record Person(String id, @Nullable String name, @Nullable String language) {}
}
