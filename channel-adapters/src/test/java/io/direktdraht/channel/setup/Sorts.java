package io.direktdraht.channel.setup;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.channel.directline.DirectLineChannel;
import io.direktdraht.channel.directline.DirectLinePorts;
import io.direktdraht.channel.directline.DirectLineSettings;
import io.direktdraht.channel.mail.MailLine;
import io.direktdraht.channel.mail.MailPorts;
import io.direktdraht.channel.mail.MailSettings;
import io.direktdraht.channel.mail.Mailboxes;
import io.direktdraht.channel.setup.Kind.Field;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.mail.MemoryMailThreads;
import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.outbox.Outboxes;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// A node on which lines of several sorts are set up: mailboxes that nobody answers for, Direct
/// Lines, and some that break when they are opened.
final class Sorts implements AutoCloseable {
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
  private final InstantSource clock = InstantSource.fixed(NINE);
  private final LocalSignals signals = new LocalSignals();
  final Lines lines = Lines.of();
  private final MemoryLog log = new MemoryLog(lines, Logs.RULES, signals);
  private final MemoryAttachments attachments = new MemoryAttachments(log);
  final Outboxes outboxes =
      new Outboxes(
          new Outboxes.Ports(new MemoryDeliveries(log), log, log, signals),
          clock,
          new Outboxes.Habits(SELDOM, 4));
  final Switchboard board = new Switchboard(lines, outboxes);
  final Mailboxes mailboxes = mailboxes();
  final DirectLineChannel directLines;
  final Roster roster;

  /// One that cannot be opened, for a reason that nobody foresaw.
  record Fragile(Line line) implements Connector {
    @Override
    public Optional<Carrier> open() {
      throw new UnsupportedOperationException("broke");
    }

    @Override
    public void close() {}

    @Override
    public Reach reach() {
      return new Reach.Visited(null);
    }
  }

  Sorts(KeptLines kept) {
    var links = new DirectLinePorts(log, log, log, Files.attaching(attachments), _ -> "", signals);
    directLines =
        new DirectLineChannel(links, new Seal(new byte[32]), clock, new SimpleMeterRegistry());
    var ports = new Roster.Ports(kept, new Vault(VaultTest.key(1)), lines, board);
    roster = new Roster(kinds(), ports, this::read, SELDOM, clock);
  }

  private Mailboxes mailboxes() {
    var habits = new MailLine.Habits(SELDOM, 15_000_000, SELDOM, 5);
    var files = Files.attaching(attachments);
    var ports =
        new MailPorts(
            log, log, log, files, attachments, new MemoryMailThreads(), Masking.NONE, clock);
    return new Mailboxes(new Mailboxes.Around(habits, POLICY, ports), new byte[32], List.of());
  }

  private List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "fragile",
            List.of(),
            Line.Id.class,
            name -> new Fragile(new Line(name, "fragile", true))),
        new Kind<>(
            MailSettings.CHANNEL,
            "name",
            List.of(Field.needed("address"), Field.optionalSecret("password")),
            MailSettings.class,
            one -> mailboxes.connector(one.line("Lindenhof"))),
        new Kind<>(
            DirectLineSettings.CHANNEL,
            List.of(Field.secret("secret"), Field.optional("name")),
            DirectLineSettings.class,
            one -> directLines.connector(one)));
  }

  private <S> S read(Class<S> type, Map<String, String> values) {
    if (type == MailSettings.class) return type.cast(mail(values));
    var line = new Line.Id(values.getOrDefault("line", ""));
    if (type == Line.Id.class) return type.cast(line);
    var secret = values.getOrDefault("secret", "");
    var name = values.get("name");
    return type.cast(new DirectLineSettings(line, secret, List.of(), name, null, null, null, null));
  }

  private static MailSettings mail(Map<String, String> values) {
    return new MailSettings(
        new Line.Id(values.getOrDefault("name", "")),
        values.getOrDefault("address", ""),
        null,
        URI.create("imap://127.0.0.1:1"),
        URI.create("smtp://127.0.0.1:1"),
        "hilfe",
        values.get("password"),
        null,
        null,
        null,
        null);
  }

  /// What a token call with this secret is answered.
  int token(String secret) {
    var http = MockMvcBuilders.standaloneSetup(directLines.controllers().toArray()).build();
    var call =
        MockMvcRequestBuilders.post("/v3/directline/tokens/generate")
            .header("Authorization", "Bearer " + secret)
            .content("{}");
    try {
      return http.perform(call).andReturn().getResponse().getStatus();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @Override
  public void close() {
    roster.close();
    outboxes.close();
    mailboxes.close();
    directLines.close();
  }
}
