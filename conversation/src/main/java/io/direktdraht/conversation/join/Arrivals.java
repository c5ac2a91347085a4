package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.log.Conversations;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// Receives whoever comes from another line with a code. Everything may be done twice.
public final class Arrivals {
  /// The button by which somebody who has written here before says yes; a code follows.
  public static final String JOIN = "/join ";

  /// The button by which somebody says that it was not them; a join follows.
  public static final String PART = "/part ";

  private final Codes codes;
  private final Joining joining;
  private final Conversations conversations;
  private final InstantSource clock;

  public Arrivals(Codes codes, Joining joining, Conversations conversations, InstantSource clock) {
    this.codes = codes;
    this.joining = joining;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// What is received instead of what this address wrote: the same, unless it came with a code or
  /// pressed one of the two buttons.
  public Content receive(Content content, Contact.Point by) {
    var payload = Objects.requireNonNullElse(content.payload(), "");
    if (payload.startsWith(JOIN))
      return Code.in(payload).map(code -> arrived(content, redeem(code, by))).orElse(content);
    if (payload.startsWith(PART)) return arrived(content, part(payload.substring(PART.length())));
    var code = Code.in(content.text());
    if (code.isPresent()) return arrived(content, greet(code.get(), by));
    // Nobody says by themselves how they came.
    return Arrival.of(payload).isPresent()
        ? new Content(content.text(), null, content.choices(), content.attachments())
        : content;
  }

  /// Whoever has written here before is asked first: nobody's words shall be shown elsewhere
  /// because they pressed a link that somebody sent them.
  private Arrival greet(Code code, Contact.Point by) {
    var from = codes.find(code, by, clock.instant());
    if (from.isEmpty()) return new Arrival.Late();
    var here = conversations.contact(by);
    boolean stranger = here.filter(one -> !one.points().contains(from.get())).isPresent();
    return stranger ? new Arrival.Known(code) : redeem(code, by);
  }

  private Arrival redeem(Code code, Contact.Point by) {
    var from = codes.redeem(code, by, clock.instant()).filter(point -> !point.equals(by));
    if (from.isEmpty()) return new Arrival.Late();
    var join = Join.proven(from.get(), by, Proof.CODE, clock.instant());
    return switch (joining.join(join)) {
      case Joining.Joined.Done _ -> new Arrival.Joined(join.id());
      case Joining.Joined.Already _ -> new Arrival.Joined(null);
      case Joining.Joined.Different() -> new Arrival.Late();
    };
  }

  private Arrival part(String id) {
    try {
      return joining.part(JoinId.of(id), clock.instant())
          ? new Arrival.Parted()
          : new Arrival.Late();
    } catch (IllegalArgumentException rubbish) {
      return new Arrival.Late();
    }
  }

  /// The code is worth something: it is not stored with the message.
  private static Content arrived(Content content, Arrival arrival) {
    var text = Optional.of(Code.without(content.text())).filter(rest -> !rest.isBlank());
    return new Content(
        text.orElse("→"), arrival.payload(), content.choices(), content.attachments());
  }
}
