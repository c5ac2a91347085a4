package io.direktdraht.console.view;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A shop that takes its time does not keep an agent from a conversation.
class ContextOrdersTest {
  private final Offices office = new Offices();

  @Test
  void allAreAskedForAtTheSameTime() {
    var together = new CyclicBarrier(3);
    Orders shop =
        number -> {
          try {
            together.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            return new Orders.Lookup.Unavailable("asked alone");
          }
          return found(number);
        };
    assertThat(shown(shop, 3)).containsExactly("LH-1", "LH-2", "LH-3");
  }

  @Test
  void whatDoesNotComeInTimeIsLeftOut() {
    var never = new CountDownLatch(1);
    Orders shop =
        number -> {
          try {
            if (number.equals("LH-2")) never.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
          }
          return found(number);
        };
    assertThat(shown(shop, 3)).containsExactly("LH-1", "LH-3");
    never.countDown();
  }

  @Test
  void notAnyNumberOfThemIsAskedFor() {
    var asked = new AtomicInteger();
    Orders shop =
        number -> {
          asked.incrementAndGet();
          return found(number);
        };
    assertThat(shown(shop, 30)).hasSize(10);
    assertThat(asked).hasValue(10);
  }

  @SuppressWarnings("unchecked")
  private List<Object> shown(Orders shop, int named) {
    var seen = office.waiting();
    for (int i = 1; i <= named; i++) office.append(seen, naming("LH-" + i));
    var context = new Contexts(office.views(shop)).of(seen.id()).orElseThrow();
    return ((List<Map<String, Object>>) context.get("orders"))
        .stream().map(order -> order.get("number")).toList();
  }

  private static Orders.Lookup found(String number) {
    var day = LocalDate.of(2026, 11, 18);
    return new Orders.Lookup.Found(
        new Order(number, Order.Status.SHIPPED, day, List.of(), "89.00 EUR", null, null));
  }

  private static ConversationEvent naming(String number) {
    var entities = List.of(new Turn.Entity("order_number", number));
    var understood = new Turn.Understood("de", List.of(), entities, false, 0, List.of());
    var dialogue = Turn.Dialogue.fresh(1, "de", Map.of());
    return new ConversationEvent.TurnDecided(
        new Turn("act", "order_status", understood, dialogue, "v1", 1, 1), NINE);
  }
}
