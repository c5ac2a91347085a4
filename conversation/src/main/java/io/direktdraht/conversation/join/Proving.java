package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.log.Conversations;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proves that the address a contact has left is theirs: who reads there types what was sent.
/// Nobody learns whether the address is known.
public final class Proving {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TAIL = 3; // digits of a number that are shown
  private final List<Post> posts;
  private final Pins pins;
  private final Joining joining;
  private final Conversations conversations;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// Carries digits to addresses of one kind. At most a few an hour to each, whoever asks.
  public interface Post {
    /// What the contact must have left for it: an e-mail address or a phone number.
    Contact.Detail reads();

    /// Whether anything goes there at this moment.
    boolean takes(String address);

    /// False when this address was sent enough; what is lost on the way is asked for again.
    boolean send(String address, Pin pin, String language);

    /// Where whoever reads at this address can be written to; empty when that is nowhere any more.
    Optional<Contact.Point> point(String address);
  }

  /// `posts`: one of each kind at most; none where nothing can be sent.
  public Proving(
      List<Post> posts,
      Pins pins,
      Joining joining,
      Conversations conversations,
      InstantSource clock) {
    this.posts = List.copyOf(posts);
    this.pins = pins;
    this.joining = joining;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// The addresses that the contact has left, so that they recognise them: `e…@example.org`,
  /// `…199`. Those to which nothing can be sent are missing.
  public Map<Contact.Detail, String> hints(Contact.Point asker) {
    var hints = new EnumMap<Contact.Detail, String>(Contact.Detail.class);
    for (var post : posts)
      address(asker, post).ifPresent(address -> hints.put(post.reads(), hint(address)));
    return hints;
  }

  private static String hint(String address) {
    int at = address.indexOf('@');
    if (at >= 1)
      return address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
    boolean number = address.startsWith("+") && address.length() > 2 * TAIL;
    return number ? "…" + address.substring(address.length() - TAIL) : "…";
  }

  /// `to`: which of the addresses that they left.
  public void send(Contact.Point asker, Contact.Detail to, String language) {
    for (var post : posts) if (post.reads() == to) send(asker, post, language);
  }

  private void send(Contact.Point asker, Post post, String language) {
    var address = address(asker, post).orElse(null);
    if (address == null) return;
    var pin = Pin.next(random::nextInt);
    if (post.send(address, pin, language))
      pins.issue(pin, asker, address, clock.instant().plus(LIFE));
  }

  /// Whether the address is theirs from now on.
  public boolean redeem(Contact.Point asker, String written) {
    var now = clock.instant();
    return Pin.in(written)
        .flatMap(pin -> pins.redeem(pin, asker, now))
        .flatMap(this::point)
        .filter(point -> joined(Join.proven(asker, point, Proof.CODE, now)))
        .isPresent();
  }

  private boolean joined(Join join) {
    return switch (joining.join(join)) {
      case Joining.Joined.Done _, Joining.Joined.Already _ -> true;
      case Joining.Joined.Different() -> false;
    };
  }

  private Optional<Contact.Point> point(String address) {
    var kind = address.indexOf('@') < 0 ? Contact.Detail.PHONE : Contact.Detail.EMAIL;
    return posts.stream()
        .filter(post -> post.reads() == kind)
        .findFirst()
        .flatMap(post -> post.point(address));
  }

  private Optional<String> address(Contact.Point asker, Post post) {
    return conversations
        .contact(asker)
        .flatMap(contact -> Optional.ofNullable(contact.details().of(post.reads())))
        .filter(post::takes);
  }
}
