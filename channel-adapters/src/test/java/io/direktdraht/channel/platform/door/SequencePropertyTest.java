package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.door.Sequence.Arrived;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.RawEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SequencePropertyTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /// A message of one of three contacts: when it was written and how late it comes, in ms.
  record Written(int contact, int at, int delay) {}

  @Property(seed = "20261122", tries = 1000)
  void whoeverIsLateByLessThanThePatienceIsStillInOrder(@ForAll("late") List<Written> written) {
    var taken = run(written);
    taken.values().forEach(orders -> assertThat(orders).isSorted());
    assertThat(taken.values().stream().mapToInt(List::size).sum()).isEqualTo(written.size());
  }

  @Property(seed = "20261122", tries = 1000)
  void nobodyWaitsLongerThanThePatience(@ForAll("late") List<Written> written) {
    var arrived = arrived(written);
    var ripe = NINE.plusMillis(200);
    var sequence = Sequence.of(arrived, ripe);
    assertThat(sequence.later()).allMatch(one -> one.event().at().isAfter(ripe));
    int now = sequence.now().values().stream().mapToInt(List::size).sum();
    assertThat(now + sequence.later().size()).isEqualTo(arrived.size());
  }

  @Provide
  Arbitrary<List<Written>> late() {
    var ints = Arbitraries.integers();
    return Combinators.combine(ints.between(1, 3), ints.between(0, 1000), ints.between(0, 299))
        .as(Written::new)
        .list()
        .ofMaxSize(30);
  }

  /// The worker comes whenever something arrives or has waited enough; in between it would find the
  /// same. What it takes, by contact.
  private static Map<String, List<Long>> run(List<Written> written) {
    var taken = new HashMap<String, List<Long>>();
    var arriving = arrived(written);
    var waiting = new ArrayList<Arrived>();
    var moments = new TreeSet<Instant>();
    for (var one : arriving)
      moments.addAll(List.of(one.event().at(), one.event().at().plus(PATIENCE)));
    for (var now : moments) {
      for (var one : arriving) if (one.event().at().equals(now)) waiting.add(one);
      var sequence = Sequence.of(waiting, now.minus(PATIENCE));
      sequence
          .now()
          .forEach((sender, all) ->
              taken
                  .computeIfAbsent(sender, _ -> new ArrayList<>())
                  .addAll(all.stream().map(one -> one.done().order()).toList()));
      waiting.clear();
      waiting.addAll(sequence.later());
    }
    return taken;
  }

  private static List<Arrived> arrived(List<Written> written) {
    return written.stream()
        .map(one -> {
          Instant at = NINE.plusMillis(one.at + one.delay);
          var event = new RawEvent(new Line.Id("line"), "k" + one, "", at);
          var person = new Person("c" + one.contact, null, null);
          return new Arrived(event, new Said(person, "k" + one, one.at, Content.text("x")));
        })
        .sorted(java.util.Comparator.comparing(one -> one.event().at()))
        .toList();
  }
}
