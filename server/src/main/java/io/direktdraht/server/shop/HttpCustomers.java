package io.direktdraht.server.shop;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.join.Union;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.server.shop.ShopCalls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What the shop knows of a customer, over HTTP: `GET` of the configured URL with `{customer}`
/// replaced (docs/orders.md). Asked only of whom the shop itself vouched for, and remembered for a
/// minute; an outage is an unknown standing, never a wrong one.
public final class HttpCustomers implements Customers {
  private static final Logger LOG = LoggerFactory.getLogger(HttpCustomers.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;
  private final ShopCalls calls;
  private final Conversations conversations;
  private final InstantSource clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Known(Standing standing, Instant since) {}

  /// Where the shop is asked.
  public record Address(String url, @Nullable String token, Duration timeout) {}

  public HttpCustomers(Address address, Conversations conversations, InstantSource clock) {
    calls =
        new ShopCalls("customers.url", address.url, "{customer}", address.token, address.timeout);
    this.conversations = conversations;
    this.clock = clock;
  }

  @Override
  public Standing standing(ContactId contact) {
    return customer(contact).map(this::standing).orElse(Standing.UNKNOWN);
  }

  private Optional<String> customer(ContactId contact) {
    return conversations.contact(contact).stream()
        .flatMap(one -> one.points().stream())
        .filter(point -> point.line().equals(Union.SHOP))
        .map(Contact.Point::externalId)
        .findFirst();
  }

  private Standing standing(String customer) {
    var now = clock.instant();
    synchronized (known) {
      var before = known.get(customer);
      if (before != null && before.since.plus(FRESH).isAfter(now)) return before.standing;
    }
    var standing = asked(customer);
    synchronized (known) {
      known.remove(customer); // the newest last
      known.put(customer, new Known(standing, now));
    }
    return standing;
  }

  private Standing asked(String customer) {
    return switch (calls.ask(customer, HttpCustomers::read)) {
      case Answer.Found<Standing>(var standing) -> standing;
      case Answer.NotFound<Standing> _ -> Standing.UNKNOWN;
      case Answer.Unavailable<Standing>(var reason) -> {
        LOG.warn("the shop did not say who a customer is: {}", reason);
        yield Standing.UNKNOWN;
      }
    };
  }

  private static Standing read(JsonNode node) {
    if (!node.isObject()) throw new IllegalArgumentException("not an object");
    int complaints = node.path("openComplaints").asInt(0);
    if (complaints < 0) throw new IllegalArgumentException("openComplaints must not be negative");
    return new Standing(node.hasNonNull("tier") ? ShopCalls.text(node, "tier") : "", complaints);
  }
}
