package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.view.Boards;
import io.direktdraht.console.view.EventView;
import io.direktdraht.console.view.ViewPorts;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.shop.Orders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleHubTest {
  private final Doorways doors = new Doorways();

  @Test
  void whoWasNeverWelcomedIsNotThere() {
    try (doors;
        var hub =
            new ConsoleHub(outage(), doors.office.presence, doors.cookie, doors.office.signals)) {
      assertThatThrownBy(() -> hub.enter(desktop())).hasMessage("away");
      doors.office.now = doors.office.now.plusSeconds(30);
      assertThat(doors.office.presence.available(ANNA.id())).isFalse();
      assertThat(hub.size()).isZero();
    }
  }

  private Desktop desktop() {
    var wire =
        new LiveSocket.Wire() {
          @Override
          public void send(String frame) {}

          @Override
          public void close(int code, String reason) {}
        };
    return new Desktop(
        doors.anna, new LiveSocket(wire, 10), doors.office.ports.log(), new EventView(Logs.LINES));
  }

  /// The board cannot be read.
  private Boards outage() {
    var ports = doors.office.views(_ -> new Orders.Lookup.NotFound());
    var away =
        new Accounts() {
          @Override
          public Optional<Account> find(AgentId id) {
            throw new IllegalStateException("away");
          }

          @Override
          public List<Account> all() {
            throw new IllegalStateException("away");
          }

          @Override
          public void save(Account account) {
            throw new IllegalStateException("away");
          }
        };
    return new Boards(
        new ViewPorts(
            ports.log(),
            ports.conversations(),
            ports.cursors(),
            ports.orders(),
            ports.customers(),
            away,
            ports.desk(),
            ports.lines(),
            ports.ways(),
            ports.directory()));
  }
}
