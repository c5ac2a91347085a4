package io.direktdraht.benchmarks;

import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.server.Direktdraht;
import io.direktdraht.storage.jdbc.JdbcLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/// From a contact's wish for a person to the offer on an agent's screen, while many others wait for
/// a team that is not there: STORE WAITING AGENTS WISHES. Everything in one process, the agents at
/// real sockets.
public final class Offers {
  private static final Line.Id WEB = new Line.Id("web");
  private static final String PASSWORD = "a benchmark's password";
  private final ConfigurableApplicationContext product;
  private final URI console;
  private final BlockingQueue<String> offers = new LinkedBlockingQueue<>();

  private Offers(ConfigurableApplicationContext product) {
    this.product = product;
    var port = product.getEnvironment().getRequiredProperty("local.server.port");
    console = URI.create("http://127.0.0.1:" + port);
  }

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("direktdraht-offers");
    try (var store = Store.of(arguments[0], Files.createDirectory(folder.resolve("store")));
        var product = start(folder, store)) {
      var offers = new Offers(product);
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) offers.waitForNobody();
      int agents = Integer.parseInt(arguments[2]);
      for (int i = 0; i < agents; i++) offers.sitDown("agent" + i);
      int wishes = Integer.parseInt(arguments[3]);
      offers.measure(wishes / 3);
      var measured = offers.measure(wishes);
      System.out.printf(
          "%s, %s waiting, %d agents: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
          arguments[0],
          arguments[1],
          agents,
          measured.getValueAtPercentile(50) / 1e3,
          measured.getValueAtPercentile(99) / 1e3,
          measured.getMaxValue() / 1e3);
    } finally {
      Benchmark.delete(folder);
    }
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(Path folder, Store store) {
    var settings = new ArrayList<String>();
    settings.add("--server.port=0");
    settings.add("--direktdraht.data=" + folder.resolve("data"));
    settings.add("--direktdraht.recognition.encoder=none");
    settings.add("--direktdraht.recognition.models=benchmarks/target/models");
    settings.add("--direktdraht.database.url=" + store.address().url());
    if (store.address().user() != null)
      settings.add("--direktdraht.database.user=" + store.address().user());
    settings.add("--direktdraht.desk.widen-after=1d"); // those who wait for nobody go on waiting
    settings.add("--direktdraht.hours.week[0]=MONDAY-SUNDAY 00:00-23:59");
    settings.add("--direktdraht.hours.holidays=");
    for (int i = 0; i < 1000; i++) // who serves everybody serves no team that must wait
    settings.add("--direktdraht.desk.people.agent" + i + ".teams[0]=service");
    return new SpringApplication(Direktdraht.class).run(settings.toArray(String[]::new));
  }

  /// A contact wants a person; the bot hears it and lets go.
  private Conversation wish() {
    return receive(new Content("Mensch bitte", "/human", List.of()));
  }

  private void waitForNobody() {
    var why =
        new Escalation(
            Escalation.Reason.COMPLEX,
            "benchmark",
            List.of(),
            new Needs("nobody", null, 0),
            Escalation.Evidence.NONE);
    product
        .getBean(JdbcLog.class)
        .append(
            new Append(
                receive(Content.text("Hallo")).id(),
                new Append.Condition.Always(),
                List.of(new ConversationEvent.HandoffRequested(why, Instant.now()))));
  }

  private Conversation receive(Content content) {
    var sender = UUID.randomUUID().toString();
    var inbound = new Inbound(WEB, sender, sender, content, "de", Instant.now());
    return product.getBean(JdbcLog.class).receive(inbound).conversation();
  }

  private Histogram measure(int wishes) throws InterruptedException {
    var waits = new Histogram(3);
    var workplace = product.getBean(Workplace.class);
    var somebody = account("agent0");
    for (int i = 0; i < wishes; i++) {
      long began = System.nanoTime();
      var seen = wish();
      String offered;
      do {
        offered = offers.poll(30, TimeUnit.SECONDS);
        if (offered == null) throw new IllegalStateException("nobody was asked");
      } while (!offered.contains(seen.id().toString()));
      waits.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
      workplace.claim(seen.id(), somebody);
      workplace.resolve(seen.id(), somebody, Outcome.SOLVED_BY_AGENT);
    }
    return waits;
  }

  private Account account(String name) {
    var hash = product.getBean(PasswordEncoder.class).encode(PASSWORD);
    return new Account(new AgentId(name), name, hash, Account.Role.AGENT);
  }

  private void sitDown(String name) throws Exception {
    product.getBean(Accounts.class).save(account(name));
    var http = HttpClient.newHttpClient();
    var json = "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}";
    var request =
        HttpRequest.newBuilder(console.resolve("/api/session"))
            .header("Content-Type", "application/json")
            .header("Origin", console.toString())
            .header("Cookie", "XSRF-TOKEN=benchmark")
            .header("X-XSRF-TOKEN", "benchmark")
            .POST(BodyPublishers.ofString(json))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
    var cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .map(one -> one.replaceAll(";.*", ""))
            .filter(one -> !one.startsWith("XSRF-TOKEN="))
            .findFirst()
            .orElseThrow();
    http.newWebSocketBuilder()
        .header("Cookie", cookie)
        .header("Origin", console.toString())
        .buildAsync(URI.create("ws://" + console.getAuthority() + "/console/socket"), new Screen())
        .join();
  }

  /// Hears offers, and says that it is still there.
  private final class Screen implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();

    @Override
    public void onOpen(WebSocket opened) {
      opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (!last) return null;
      var frame = part.toString();
      part.setLength(0);
      if (frame.startsWith("{\"type\":\"offer\"")) offers.add(frame);
      return frame.startsWith("{\"type\":\"ping\"")
          ? from.sendText("{\"type\":\"pong\"}", true)
          : null;
    }
  }
}
