package io.direktdraht.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/// Many customers at once, and how long they wait.
final class Crowd implements AutoCloseable, Customer.Ears {
  private static final String HELLO =
      "{\"type\":\"hello\",\"line\":\"web\",\"token\":null,\"language\":\"de\","
          + "\"conversation\":null,\"lastSeq\":0}";
  private final List<Customer> customers = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().executor(Executors.newFixedThreadPool(2)).build();
  private final LongAdder welcomes = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder handoffs = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private volatile ConcurrentHistogram waits = histogram();
  private volatile boolean repeating;

  /// Answers in a time, how many were asked, and their waits.
  record Heard(double seconds, long asked, ConcurrentHistogram waits) {
    double perSecond() {
      return waits.getTotalCount() / seconds;
    }

    double millis(double percentile) {
      return waits.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /// Customers of the product, or connections to the echo.
  Crowd(URI server, int size, boolean product) throws InterruptedException {
    var address = server.resolve(product ? "/chat/socket" : "/bench/echo");
    var origin = "http://" + server.getAuthority();
    for (int i = 0; i < size; i++) {
      var questions = new Questions(i + ThreadLocalRandom.current().nextInt(40));
      var customer = new Customer(questions::frame, product ? "\"kind\":\"bot\"" : "\"id\"", this);
      http.newWebSocketBuilder().header("Origin", origin).buildAsync(address, customer).join();
      customers.add(customer);
      if (product) customer.say(HELLO);
    }
    while (product && welcomes.sum() < size) Thread.sleep(10);
  }

  /// Everybody asks again as soon as there is an answer. The first burst is not the steady state
  /// and is not counted; what is in flight at the end is waited for.
  Heard closedLoop(double seconds) throws InterruptedException {
    repeating = true;
    for (var customer : customers) customer.ask(System.nanoTime());
    Thread.sleep((long) (seconds * 200));
    var heard = histogram();
    waits = heard;
    long began = System.nanoTime();
    Thread.sleep((long) (seconds * 1000));
    waits = histogram();
    long ended = System.nanoTime();
    repeating = false;
    awaitSilence();
    return new Heard((ended - began) / 1e9, heard.getTotalCount(), heard);
  }

  /// Questions come on a schedule, whether or not answers do.
  Heard openLoop(int perSecond, double seconds) throws InterruptedException {
    waits = histogram();
    var heard = waits;
    long began = System.nanoTime();
    int count = (int) (perSecond * seconds);
    for (int i = 0; i < count; i++) {
      long due = began + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      while (due - System.nanoTime() > 0) LockSupport.parkNanos(due - System.nanoTime());
      customers.get(i % customers.size()).ask(due);
    }
    awaitSilence();
    return new Heard((System.nanoTime() - began) / 1e9, count, heard);
  }

  private void awaitSilence() throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (customers.stream().anyMatch(Customer::asking) && System.nanoTime() < patience)
      Thread.sleep(5);
  }

  /// Answers so far, counted or not.
  long answered() {
    return answered.sum();
  }

  long handoffs() {
    return handoffs.sum();
  }

  long errors() {
    return errors.sum();
  }

  @Override
  public void answered(Customer customer, long due) {
    long now = System.nanoTime();
    answered.increment();
    waits.recordValue(Math.max(1, now - due));
    if (repeating) customer.ask(now);
  }

  @Override
  public void other(String frame) {
    if (frame.startsWith("{\"type\":\"welcome\"")) welcomes.increment();
    else if (frame.startsWith("{\"type\":\"error\"")) errors.increment();
    else if (frame.contains("\"kind\":\"stage\"")) handoffs.increment();
  }

  @Override
  public void close() {
    customers.forEach(Customer::leave);
    http.shutdownNow();
  }

  private static ConcurrentHistogram histogram() {
    return new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(2), 3);
  }
}
