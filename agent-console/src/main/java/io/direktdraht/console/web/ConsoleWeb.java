package io.direktdraht.console.web;

import io.direktdraht.console.view.Boards;
import io.direktdraht.console.view.Contexts;
import io.direktdraht.console.view.Search;
import io.direktdraht.console.view.ViewPorts;
import io.direktdraht.console.work.Reunions;
import io.direktdraht.console.work.TakingBack;
import io.direktdraht.console.work.Templating;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.socket.WebSocketHandler;

/// The console's web side, put together.
public final class ConsoleWeb implements AutoCloseable {
  private final ConsoleHub hub;
  private final ConsoleSocket socket;
  private final List<Object> controllers;

  /// Who may come in, and what files may.
  public record Doors(
      SignInCookie cookie,
      PasswordEncoder passwords,
      Attaching attaching,
      Attachments attachments) {}

  /// What agents do: with a conversation, and with who is who.
  public record Commands(
      Workplace workplace, Templating templating, TakingBack taking, Reunions reunions) {}

  public ConsoleWeb(
      ViewPorts ports, Commands commands, Doors doors, Signals signals, MeterRegistry meters) {
    var boards = new Boards(ports);
    hub = new ConsoleHub(boards, ports.desk().presence(), doors.cookie(), signals);
    socket = new ConsoleSocket(ports, signals, hub);
    var people = new SessionHttp.People(ports.accounts(), doors.cookie(), doors.passwords());
    controllers =
        List.of(
            new SessionHttp(people, ports.desk().presence(), hub, InstantSource.system()),
            new WorkHttp(
                commands.workplace(),
                commands.templating(),
                doors.attaching(),
                new Contexts(ports)),
            new BoardHttp(boards, ports.desk().presence()),
            new TemplateHttp(commands.templating()),
            new WayHttp(commands.taking()),
            new ReunionHttp(commands.reunions(), new Search(ports)),
            new AttachmentHttp(doors.attaching(), doors.attachments()));
    Gauge.builder("direktdraht.sockets", hub, ConsoleHub::size)
        .tag("kind", "console")
        .description("Open console sockets")
        .register(meters);
  }

  public WebSocketHandler socket() {
    return socket;
  }

  /// Controllers to register with Spring MVC.
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public void close() {
    socket.close();
    hub.close();
  }
}
