package io.direktdraht.channel.web;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Union;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customers whom the shop vouches for: the same on every device, and nobody else on a shared one.
final class Recognised {
  private final Identity identity;
  private final WebPorts ports;
  private final InstantSource clock;

  Recognised(Identity identity, WebPorts ports, InstantSource clock) {
    this.identity = identity;
    this.ports = ports;
    this.clock = clock;
  }

  /// Who is signed in, null for nobody.
  Contact.@Nullable Point customer(ClientFrame.@Nullable Customer claimed)
      throws Reception.Refused {
    if (claimed == null) return null;
    if (!identity.proves(claimed))
      throw new Reception.Refused(
          Refusal.of(Refusal.Code.BAD_FRAME, "the proof of the customer does not hold"));
    return new Contact.Point(Union.SHOP, claimed.id());
  }

  /// Whether this visitor may be whoever is signed in now, null for nobody. What a customer wrote
  /// while signed in is shown to that customer alone.
  boolean fits(Visitor visitor, Contact.@Nullable Point customer) {
    var names = points(visitor).stream().filter(point -> point.line().equals(Union.SHOP)).toList();
    return names.isEmpty() || (customer != null && names.contains(customer));
  }

  /// The customer's conversation goes on on this device.
  void meet(Visitor visitor, Contact.@Nullable Point customer) {
    if (customer == null || points(visitor).contains(customer)) return;
    ports.joining().join(Join.proven(point(visitor), customer, Proof.SHOP, clock.instant()));
  }

  private List<Contact.Point> points(Visitor visitor) {
    return ports.conversations().contact(point(visitor)).map(Contact::points).orElse(List.of());
  }

  private static Contact.Point point(Visitor visitor) {
    return new Contact.Point(visitor.line(), visitor.id());
  }
}
