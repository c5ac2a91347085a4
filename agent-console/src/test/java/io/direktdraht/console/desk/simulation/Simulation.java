package io.direktdraht.console.desk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.desk.hours.Holidays;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.route.Caller;
import io.direktdraht.console.desk.route.Floor;
import io.direktdraht.console.desk.route.Offer;
import io.direktdraht.console.desk.route.Routing;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.console.desk.wait.WaitForecast;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation.Needs;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Days at the desk under the real policies, on a clock that only this turns. Contacts come by a
/// profile of the day; agents come late, let offers go by, and vanish with conversations open.
final class Simulation {
  static final Instant START = Instant.parse("2026-11-23T05:00:00Z"); // a Monday
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int AGENTS = 12;
  private static final Duration ACCEPT = Duration.ofSeconds(45);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration ABSENT = Duration.ofSeconds(30);

  /// Contacts per hour of the day, from midnight.
  private static final int[] PROFILE = {
    2, 1, 1, 1, 1, 2, 6, 20, 90, 140, 160, 150, 120, 130, 150, 140, 130, 110, 60, 25, 15, 10, 6, 3
  };

  private final OpeningHours hours =
      new OpeningHours(
          BERLIN, List.of("MONDAY-SATURDAY 08:00-12:30 13:00-18:00"), List.of(), Holidays.NONE);
  private final Routing routing = new Routing(Duration.ofMinutes(4));
  private final Floor floor = new Floor(routing, ACCEPT);
  final WaitForecast forecast = new WaitForecast(Duration.ofMinutes(4));
  private final PriorityQueue<Due> agenda = new PriorityQueue<>();
  private final List<Worker> workers;
  final Map<ConversationId, Contact> contacts = new HashMap<>();
  private final Random random;
  private Instant now = START;
  private long order;
  int offers;
  int drops;

  private record Due(Instant at, long order, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /// A contact from wish to end.
  static final class Contact {
    final ConversationId id;
    final Instant since;
    final Needs needs;
    int served;
    int ended;
    AgentId with;
    Instant firstServed;

    Contact(ConversationId id, Instant since, Needs needs) {
      this.id = id;
      this.since = since;
      this.needs = needs;
    }
  }

  private final class Worker {
    final AgentId id;
    final Seat.Profile profile;
    final List<Contact> has = new ArrayList<>();
    boolean here;
    Instant gone = Instant.MIN;
    Instant idle = START;

    Worker(int number) {
      id = new AgentId("agent" + number);
      profile =
          new Seat.Profile(
              number % 3 == 0 ? Set.of("service") : Set.of(),
              number % 2 == 0 ? Map.of("returns", 2) : Map.of(),
              number % 4 == 0 ? Set.of("de") : Set.of("de", "en"),
              2);
    }

    /// Seen within the last half minute, as presence says it.
    boolean seen() {
      return here || gone.plus(ABSENT).isAfter(now);
    }

    Seat seat() {
      return new Seat(id, profile, seen(), has.size(), false, idle);
    }
  }

  Simulation(long seed) {
    random = new Random(seed);
    workers = IntStream.range(0, AGENTS).mapToObj(Worker::new).toList();
  }

  /// Runs until so many have come and all of them are done.
  void run(int arrivals) {
    at(now, () -> arrive(arrivals));
    for (var worker : workers) at(now, () -> shift(worker));
    for (var due = agenda.poll(); due != null; due = agenda.poll()) {
      now = due.at();
      due.what().run();
      if (contacts.size() == arrivals && contacts.values().stream().allMatch(c -> c.ended > 0))
        return;
    }
  }

  private void at(Instant when, Runnable what) {
    agenda.add(new Due(when, order++, what));
  }

  private void arrive(int left) {
    if (left == 0) return;
    var contact = new Contact(ConversationId.next(now), now, needs());
    contacts.put(contact.id, contact);
    floor.waits(caller(contact, random.nextInt(3) == 0 ? "en" : "de"));
    route();
    if (floor.offerOf(contact.id).isEmpty() && hours.openAt(now)) tellWait(contact);
    var time = now.atZone(BERLIN);
    double perHour = PROFILE[time.getHour()] / (time.getDayOfWeek() == DayOfWeek.SUNDAY ? 10.0 : 1);
    double next = -Math.log(1 - random.nextDouble()) * 3600 / perHour;
    at(now.plusMillis((long) (next * 1000)), () -> arrive(left - 1));
  }

  private void tellWait(Contact contact) {
    int people = (int) workers.stream().filter(Worker::seen).count();
    if (people == 0) return;
    int place = floor.position(contact.id).orElseThrow();
    var to = forecast.expected(place, people).to();
    boolean open = hours.between(now, now.plus(to)).equals(to);
    if (open && to.compareTo(LONGEST) <= 0) // else it is promised, not told
    forecast.tell(contact.id, place, people, now);
  }

  private Needs needs() {
    int dice = random.nextInt(100);
    if (dice == 0) return new Needs(null, null, Needs.MOST_URGENT);
    if (dice < 10) return new Needs("service", null, 30);
    if (dice < 20) return new Needs(null, "returns", 0);
    return Needs.ANYBODY;
  }

  private static Caller caller(Contact contact, String language) {
    return new Caller(
        contact.id, contact.since, contact.since, contact.needs, language, 1, null, Set.of());
  }

  /// Works through opening hours, vanishing now and then.
  private void shift(Worker worker) {
    var open = hours.opening(now).orElseThrow();
    if (open.isAfter(now)) {
      leave(worker, false);
      at(open.minusSeconds(random.nextInt(300)), () -> begin(worker, open));
      return;
    }
    boolean vanishes = worker.here && random.nextInt(60) == 0;
    if (vanishes) leave(worker, true);
    else worker.here = true;
    route();
    at(now.plusSeconds(vanishes ? 900 : 240), () -> shift(worker));
  }

  private void begin(Worker worker, Instant open) {
    worker.here = true;
    at(open, this::route);
    at(open.plusSeconds(240), () -> shift(worker));
  }

  /// Who goes home finishes; who vanishes leaves conversations behind.
  private void leave(Worker worker, boolean vanished) {
    if (worker.here) worker.gone = now;
    worker.here = false;
    if (!vanished) return;
    at(
        now.plus(ABSENT),
        () -> {
          for (var contact : List.copyOf(worker.has)) {
            worker.has.remove(contact);
            contact.with = null;
            drops++;
            floor.waits(caller(contact, "de")); // with its original time
          }
          route();
        });
  }

  private void route() {
    if (!hours.openAt(now)) return;
    var seats = workers.stream().map(Worker::seat).toList();
    for (var offer : floor.offer(seats, now)) {
      offers++;
      var worker = worker(offer.agent());
      assertThat(worker.seen()).as("offered to somebody who is there").isTrue();
      assertInOrder(offer, seats);
      long answer = random.nextInt(10) == 0 ? ACCEPT.toSeconds() : 2 + random.nextInt(15);
      at(now.plusSeconds(answer), () -> answered(offer));
    }
  }

  /// Nobody who comes before in the queue, and whom this agent could have been offered, was left.
  private void assertInOrder(Offer offer, List<Seat> seats) {
    var seat = seats.stream().filter(one -> one.agent().equals(offer.agent())).findFirst().get();
    var taken = floor.caller(offer.conversation()).orElseThrow();
    for (var other : floor.inOrder()) {
      if (Caller.ORDER.compare(other, taken) >= 0) return;
      if (floor.offerOf(other.conversation()).isPresent()) continue;
      assertThat(routing.matches(List.of(other), List.of(seat), now))
          .as("who came before and could have been helped")
          .isEmpty();
    }
  }

  private void answered(Offer offer) {
    var worker = worker(offer.agent());
    boolean inTime = now.isBefore(offer.until());
    if (!inTime
        || !worker.here
        || !floor.offerOf(offer.conversation()).equals(java.util.Optional.of(offer))) {
      route();
      return;
    }
    var contact = contacts.get(offer.conversation());
    assertThat(contact.with).as("one owner").isNull();
    assertThat(contact.ended).as("not ended before").isZero();
    floor.gone(contact.id);
    contact.with = worker.id;
    contact.served++;
    if (contact.firstServed == null) contact.firstServed = now;
    worker.has.add(contact);
    worker.idle = now;
    forecast.served(contact.id, now);
    double minutes = 6 * Math.exp(0.7 * random.nextGaussian());
    at(now.plusMillis((long) (minutes * 60_000)), () -> end(worker, contact));
    route();
  }

  private void end(Worker worker, Contact contact) {
    if (!worker.has.remove(contact)) return; // dropped meanwhile
    contact.ended++;
    contact.with = null;
    route();
  }

  private Worker worker(AgentId id) {
    return workers.stream().filter(worker -> worker.id.equals(id)).findFirst().orElseThrow();
  }
}
