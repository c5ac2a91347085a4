package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.log.Conversations;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves that the address a contact has left is theirs: who reads there types what was sent.
/// Nobody learns whether the address is known.
public final class Proving {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private final @Nullable Post post;
  private final Pins pins;
  private final Joining joining;
  private final Conversations conversations;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// Carries digits to an address. At most a few an hour to each, whoever asks.
  public interface Post {
    /// False when this address was sent enough; what is lost on the way is asked for again.
    boolean send(String address, Pin pin, String language);

    /// Where whoever reads at this address can be written to.
    Contact.Point point(String address);
  }

  /// `post` is null where nothing can be sent.
  public Proving(
      @Nullable Post post,
      Pins pins,
      Joining joining,
      Conversations conversations,
      InstantSource clock) {
    this.post = post;
    this.pins = pins;
    this.joining = joining;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// The address that the contact has left, so that they recognise it: `e…@example.org`. Empty when
  /// they left none, or nothing can be sent.
  public Optional<String> hint(Contact.Point asker) {
    return address(asker)
        .map(address -> {
          int at = address.indexOf('@');
          return at < 1
              ? "…"
              : address.substring(0, address.offsetByCodePoints(0, 1))
                  + "…"
                  + address.substring(at);
        });
  }

  public void send(Contact.Point asker, String language) {
    var address = address(asker).orElse(null);
    if (address == null || post == null) return;
    var pin = Pin.next(random::nextInt);
    if (post.send(address, pin, language))
      pins.issue(pin, asker, address, clock.instant().plus(LIFE));
  }

  /// Whether the address is theirs from now on.
  public boolean redeem(Contact.Point asker, String written) {
    var now = clock.instant();
    var address = Pin.in(written).flatMap(pin -> pins.redeem(pin, asker, now));
    if (address.isEmpty() || post == null) return false;
    var point = post.point(address.get());
    return switch (joining.join(Join.proven(asker, point, Proof.CODE, now))) {
      case Joining.Joined.Done _, Joining.Joined.Already _ -> true;
      case Joining.Joined.Different() -> false;
    };
  }

  private Optional<String> address(Contact.Point asker) {
    return post == null
        ? Optional.empty()
        : conversations
            .contact(asker)
            .flatMap(contact -> Optional.ofNullable(contact.details().email()));
  }
}
