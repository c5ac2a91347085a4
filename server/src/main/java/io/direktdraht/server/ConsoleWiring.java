package io.direktdraht.server;

import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.desk.DeskPump;
import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.people.SignIns;
import io.direktdraht.console.view.ViewPorts;
import io.direktdraht.console.web.ConsoleWeb;
import io.direktdraht.console.web.SignInCookie;
import io.direktdraht.console.work.Reunions;
import io.direktdraht.console.work.TakingBack;
import io.direktdraht.console.work.Templating;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Directory;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.conversation.template.Templates;
import io.direktdraht.conversation.way.Takeover;
import io.direktdraht.conversation.way.Traffic;
import io.direktdraht.conversation.way.Wayfinding;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The desk and the console.
@Configuration(proxyBeanMethods = false)
class ConsoleWiring {
  @Bean
  Presence presence(Signals signals, InstantSource clock) {
    return new Presence(signals, clock);
  }

  @Bean
  Desk desk(
      Presence presence,
      DirektdrahtSettings settings,
      InstantSource clock,
      Desk.Ports ports,
      MeterRegistry meters) {
    return new Desk(
        ports, presence, DeskReading.rules(settings.hours(), settings.desk()), clock, meters);
  }

  @Bean
  Desk.Ports deskPorts(JdbcLog log, Signals signals, Lines lines) {
    return new Desk.Ports(log, log, log, signals, lines);
  }

  @Bean(destroyMethod = "close")
  DeskPump deskPump(Desk desk, JdbcLog log, Signals signals, DirektdrahtSettings settings) {
    return new DeskPump(desk, log, signals, settings.sweep());
  }

  @Bean
  Workplace.Ports workplacePorts(JdbcLog log, Accounts accounts, Desk desk, Wayfinding ways) {
    return new Workplace.Ports(log, log, accounts, desk, ways);
  }

  @Bean
  Workplace workplace(Workplace.Ports ports, InstantSource clock) {
    return new Workplace(ports, clock);
  }

  @Bean
  TakingBack takingBack(Workplace.Ports ports, Takeover takeover, InstantSource clock) {
    return new TakingBack(ports, takeover, clock);
  }

  @Bean
  Wayfinding wayfinding(JdbcLog log, Lines lines, Traffic traffic, InstantSource clock) {
    return new Wayfinding(log, log, lines, traffic, clock);
  }

  @Bean
  ConsoleWeb.Commands commands(
      Workplace workplace,
      Templates templates,
      TakingBack taking,
      JdbcLog log,
      InstantSource clock) {
    return new ConsoleWeb.Commands(
        workplace,
        new Templating(workplace, log, templates),
        taking,
        new Reunions(log, log, clock));
  }

  @Bean
  SignInCookie signInCookie(Accounts accounts, SignIns signIns, InstantSource clock) {
    return new SignInCookie(accounts, signIns, clock);
  }

  @Bean
  ConsoleWeb consoleWeb(
      ViewPorts ports,
      ConsoleWeb.Commands commands,
      ConsoleWeb.Doors doors,
      Signals signals,
      MeterRegistry meters) {
    return new ConsoleWeb(ports, commands, doors, signals, meters);
  }

  @Bean
  ConsoleWeb.Doors consoleDoors(
      SignInCookie cookie,
      PasswordEncoder passwords,
      Attaching attaching,
      Attachments attachments) {
    return new ConsoleWeb.Doors(cookie, passwords, attaching, attachments);
  }

  @Bean
  Shop shop(Orders orders, Customers customers) {
    return new Shop(orders, customers);
  }

  @Bean
  Office office(Accounts accounts, Desk desk, Lines lines, Wayfinding ways, Directory directory) {
    return new Office(accounts, desk, lines, ways, directory);
  }

  @Bean
  ViewPorts viewPorts(JdbcLog log, Cursors cursors, Shop shop, Office office) {
    return new ViewPorts(
        log,
        log,
        cursors,
        shop.orders(),
        shop.customers(),
        office.accounts(),
        office.desk(),
        office.lines(),
        office.ways(),
        office.directory());
  }

  /// What the views know of the shop.
  record Shop(Orders orders, Customers customers) {}

  /// What the views know of the people at work.
  record Office(Accounts accounts, Desk desk, Lines lines, Wayfinding ways, Directory directory) {}
}
