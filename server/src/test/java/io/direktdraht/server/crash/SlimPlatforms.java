package io.direktdraht.server.crash;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformPorts;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.channel.webhook.WebhookDialect;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcAttachments;
import io.direktdraht.storage.jdbc.JdbcCodes;
import io.direktdraht.storage.jdbc.JdbcCursors;
import io.direktdraht.storage.jdbc.JdbcDeliveries;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.JdbcOptOuts;
import io.direktdraht.storage.jdbc.JdbcRawEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// A line of WhatsApp, which knows no repetition, and one of the signed webhook, which does. Their
/// webhooks come without a web server.
final class SlimPlatforms implements AutoCloseable {
  static final Line WHATSAPP = new Line(new Line.Id("whatsapp-de"), "whatsapp", true);
  static final Line CRM = new Line(new Line.Id("crm"), "webhook", true);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofMillis(200);
  private final Map<String, Dialect> dialects =
      Map.of(
          WHATSAPP.id().value(), new WhatsAppDialect(),
          CRM.id().value(), new WebhookDialect(InstantSource.system()));
  private final JdbcRawEvents raw;
  private final JdbcAttachments attachments;
  private final Platforms platforms;
  private final List<ChannelAdapter> adapters;
  private final MockMvc door;

  SlimPlatforms(
      Database database, JdbcLog log, Signals signals, InstantSource clock, URI platform) {
    raw = new JdbcRawEvents(database);
    attachments = new JdbcAttachments(database);
    var limits = new Attaching.Limits(1_000_000, 5, 10_000_000);
    var ports =
        new PlatformPorts(
            raw,
            new Attaching(attachments, limits, Masking.NONE, clock),
            log,
            new Revising(log, Masking.NONE),
            log,
            log,
            new JdbcCursors(database),
            new JdbcDeliveries(database),
            new JdbcOptOuts(database),
            _ -> "",
            new Arrivals(new JdbcCodes(database), log, log, clock),
            log,
            signals,
            Masking.NONE);
    var lines =
        List.of(
            dialect(WHATSAPP).line(platform.resolve("whatsapp"), TIMEOUT, clock),
            dialect(CRM).line(platform.resolve("crm"), TIMEOUT, clock));
    var rhythm =
        new Platforms.Rhythm(
            SWEEP,
            Duration.ofMillis(300),
            Duration.ofDays(8),
            Duration.ofMinutes(5),
            3,
            Duration.ofMillis(50));
    var probe = new Probe("secret");
    platforms = new Platforms(ports, rhythm, probe, clock, new SimpleMeterRegistry());
    adapters = lines.stream().map(platforms::open).toList();
    door = MockMvcBuilders.standaloneSetup(platforms.http()).build();
  }

  List<ChannelAdapter> adapters() {
    return adapters;
  }

  /// The platform calls, signed; the status of our answer.
  int post(Line line, byte[] body) {
    var path = "/webhooks/" + line.channel() + "/" + line.id();
    var headers = dialect(line).signed(body);
    try {
      var call = MockMvcRequestBuilders.post(URI.create(path)).headers(headers).content(body);
      return door.perform(call).andReturn().getResponse().getStatus();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /// How many calls are not understood yet.
  int unread(Line line) {
    return raw.waiting(line.id(), 10_000).size();
  }

  /// A file's bytes.
  byte[] bytes(Attachment file) {
    return attachments.bytes(file.id()).orElseThrow();
  }

  /// Forgets the files that no message refers to; how many that were.
  int orphans() {
    return attachments.sweep(Instant.now().plus(Duration.ofDays(1)));
  }

  @Override
  public void close() {
    platforms.close();
  }

  private Dialect dialect(Line line) {
    var dialect = dialects.get(line.id().value());
    if (dialect == null) throw new IllegalArgumentException("no platform's line: " + line);
    return dialect;
  }
}
