package io.direktdraht.channel.platform;

import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one line of a platform carries what we say.
public interface Sender {
  Line.Id line();

  Capabilities capabilities();

  /// Whether the platform itself recognises a part by its {@link Reference} and takes it only once:
  /// then what may have arrived is sent again instead of being left in doubt.
  default boolean repeatable() {
    return false;
  }

  /// Whether the platform takes our credentials, asked without telling anybody anything: {@link
  /// DeliveryResult.Accepted} with the name by which it knows us, else what it said. Empty where
  /// only a message can show it.
  Optional<DeliveryResult> check() throws InterruptedException;

  /// How long a part is waited for to reach the contact before the next is sent, where a platform
  /// keeps no order between two calls.
  default Duration patience() {
    return Duration.ZERO;
  }

  /// To which of a contact's ids, the newest last.
  default String recipient(List<String> ids) {
    return ids.getLast();
  }

  /// What else the platform can show a contact.
  default Optional<Gestures> gestures() {
    return Optional.empty();
  }

  /// One call, made once; the result is never {@link DeliveryResult.Partly}.
  DeliveryResult send(Bubble bubble) throws InterruptedException;

  /// When it is said. `late`: the window is over for all but people. `echo`: what the contact's
  /// last message wanted back, or null.
  record Moment(boolean late, @Nullable String echo) {
    static final Moment ANY = new Moment(false, null);
  }

  /// One part of a message of `author`. `reference` comes back in the platform's receipts, where it
  /// carries such a thing; its index counts the parts that follow.
  record Bubble(String recipient, Author author, Part part, Reference reference, Moment moment) {
    public Bubble(String recipient, Author author, Part part, Reference reference) {
      this(recipient, author, part, reference, Moment.ANY);
    }

    /// The same with a link instead of a file.
    public Bubble plain() {
      return new Bubble(recipient, author, part.plain(), reference, moment);
    }
  }
}
