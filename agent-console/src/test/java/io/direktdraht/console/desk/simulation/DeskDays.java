package io.direktdraht.console.desk.simulation;

import io.direktdraht.console.Offices;
import io.direktdraht.console.desk.DeskSteps;
import io.direktdraht.console.people.Account;
import io.direktdraht.console.work.Done;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/// Days at a desk on a clock of its own: contacts come by day and by night, three agents work in
/// opening hours, overlook offers, vanish with a conversation, and come back.
final class DeskDays {
  private static final Duration SWEEP = Duration.ofSeconds(30);
  private final Offices office = new Offices();
  private final Random random;
  private final List<Conversation> contacts = new ArrayList<>();
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
  private final Set<AgentId> there = new HashSet<>();
  private int number;

  private record Step(Instant at, int number, Runnable what) {}

  DeskDays(long seed, int arrivals) {
    random = new Random(seed);
    for (int i = 0; i < arrivals; i++)
      at(office.now.plusSeconds(random.nextInt(86_400 * 2)), this::arrive);
    for (var name : List.of("one", "two", "three")) {
      var agent = new Account(new AgentId(name), name, "-", Account.Role.AGENT);
      office.people.save(agent);
      at(office.now, () -> look(agent));
    }
  }

  List<Conversation> contacts() {
    return contacts;
  }

  Conversation now(Conversation seen) {
    return office.now(seen);
  }

  List<ConversationEvent> events(Conversation seen) {
    return office.events(seen);
  }

  void run(Instant end) {
    var sweep = office.now;
    while (office.now.isBefore(end)) {
      var next = steps.peek();
      if (next != null && next.at().isBefore(sweep)) {
        steps.remove();
        office.now = next.at();
        next.what().run();
      } else {
        office.now = sweep;
        DeskSteps.sweep(office.desk, office.ports.owed());
        sweep = sweep.plus(SWEEP);
      }
    }
  }

  private void at(Instant when, Runnable what) {
    steps.add(new Step(when, number++, what));
  }

  private void later(int seconds, Runnable what) {
    at(office.now.plusSeconds(seconds), what);
  }

  private void arrive() {
    var seen = office.waiting();
    contacts.add(seen);
    later(60, () -> choose(seen));
  }

  /// Some who were promised an answer would rather be called, or get an e-mail.
  private void choose(Conversation seen) {
    if (!(office.now(seen).stage() instanceof Stage.Promised) || random.nextInt(3) > 0) return;
    office.presses(seen, random.nextBoolean() ? "/desk/callback" : "/desk/email");
    later(60, () -> pickSlot(seen));
  }

  private void pickSlot(Conversation seen) {
    office.choices(seen).stream()
        .filter(choice -> choice.startsWith("/desk/call "))
        .findFirst()
        .ifPresent(slot -> office.presses(seen, slot));
  }

  /// What an agent does every half minute.
  private void look(Account agent) {
    later(20 + random.nextInt(20), () -> look(agent));
    boolean works = Offices.HOURS.openAt(office.now) && random.nextInt(200) > 0;
    if (works && there.add(agent.id())) office.presence.connected(agent.id());
    if (!works && there.remove(agent.id())) office.presence.disconnected(agent.id());
    if (!works) return;
    office
        .desk
        .offerTo(agent.id())
        .filter(_ -> random.nextInt(10) > 0)
        .ifPresent(offer -> take(agent, offer.conversation()));
  }

  private void take(Account agent, ConversationId id) {
    if (!(office.workplace.claim(id, agent) instanceof Done.Stored)) return;
    if (random.nextInt(12) == 0) return; // forgets it
    later(
        30 + random.nextInt(120),
        () -> office.workplace.answer(id, agent, "Guten Tag", "" + number));
    later(
        240 + random.nextInt(600),
        () -> office.workplace.resolve(id, agent, Outcome.SOLVED_BY_AGENT));
  }
}
