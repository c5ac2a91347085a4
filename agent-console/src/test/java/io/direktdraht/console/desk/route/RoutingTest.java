package io.direktdraht.console.desk.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation.Needs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant NOW = NINE.plusSeconds(100);
  private static final AgentId ANA = new AgentId("ana");
  private static final AgentId BEN = new AgentId("ben");
  private final Routing routing = new Routing(Duration.ofMinutes(5));

  @Test
  void offersTheLongestWaitToWhoIsFree() {
    var first = caller(0);
    var second = caller(10);
    assertThat(matches(List.of(second, first), seat(ANA)))
        .containsExactly(new Routing.Match(first.conversation(), ANA));
  }

  @Test
  void aPointOfPriorityIsHalfAMinuteAndTheHighestIsFirst() {
    var hour = Caller.ORDER;
    assertThat(hour.compare(needing(60, new Needs(null, null, 1)), caller(31))).isNegative();
    assertThat(hour.compare(needing(60, new Needs(null, null, 1)), caller(29))).isPositive();
    assertThat(hour.compare(needing(86_400, new Needs(null, null, 100)), caller(0))).isNegative();
  }

  @Test
  void offersToNobodyWhoIsAwayFullAskedAlreadyOrLetItGoBy() {
    var caller = caller(0);
    var away = new Seat(ANA, anybody(), false, 0, false, NINE);
    var full = new Seat(ANA, anybody(), true, 3, false, NINE);
    var asked = new Seat(ANA, anybody(), true, 0, true, NINE);
    for (var seat : List.of(away, full, asked))
      assertThat(matches(List.of(caller), seat)).isEmpty();
    var passed = passed(caller, ANA);
    assertThat(matches(List.of(passed), seat(ANA))).isEmpty();
    assertThat(matches(List.of(passed), seat(ANA), seat(BEN)))
        .containsExactly(new Routing.Match(caller.conversation(), BEN));
  }

  @Test
  void prefersWhoKnowsTheContactThenTheHigherSkillThenTheLesserLoad() {
    var skilled = new Seat.Profile(Set.of(), Map.of("returns", 3), Set.of("de"), 4);
    var able = new Seat.Profile(Set.of(), Map.of("returns", 1), Set.of("de"), 4);
    var ana = new Seat(ANA, skilled, true, 2, false, NINE);
    var ben = new Seat(BEN, able, true, 0, false, NINE);
    var returns = needing(0, new Needs(null, "returns", 0));
    assertThat(matches(List.of(returns), ben, ana).getFirst().agent()).isEqualTo(ANA);
    assertThat(matches(List.of(caller(0)), ana, ben).getFirst().agent()).isEqualTo(BEN);
    assertThat(matches(List.of(known(returns, BEN)), ana, ben).getFirst().agent()).isEqualTo(BEN);
  }

  @Test
  void neverWaitsForWhoKnowsTheContact() {
    var busy = new Seat(ANA, anybody(), true, 3, false, NINE);
    assertThat(matches(List.of(known(caller(0), ANA)), busy, seat(BEN)).getFirst().agent())
        .isEqualTo(BEN);
  }

  @Test
  void whoNeedsAnotherTeamHoldsNobodyUp() {
    var sales = new Seat.Profile(Set.of("sales"), Map.of(), Set.of("de"), 3);
    var service = needing(0, new Needs("service", null, 50));
    var anyone = caller(20);
    assertThat(matches(List.of(service, anyone), new Seat(ANA, sales, true, 0, false, NINE)))
        .containsExactly(new Routing.Match(anyone.conversation(), ANA));
  }

  @Test
  void widensFirstToOtherSkillsAndLanguagesThenToOtherTeams() {
    var profile = new Seat.Profile(Set.of("sales"), Map.of(), Set.of("en"), 3);
    var seat = new Seat(ANA, profile, true, 0, false, NINE);
    var skill = needing(0, new Needs("sales", "returns", 0));
    var team = needing(0, new Needs("service", null, 0));
    assertThat(routing.matches(List.of(skill), List.of(seat), NINE.plusSeconds(299))).isEmpty();
    assertThat(routing.matches(List.of(skill), List.of(seat), NINE.plusSeconds(300))).hasSize(1);
    assertThat(routing.matches(List.of(team), List.of(seat), NINE.plusSeconds(599))).isEmpty();
    assertThat(routing.matches(List.of(team), List.of(seat), NINE.plusSeconds(600))).hasSize(1);
    assertThat(routing.reachable(team, List.of(seat), NINE)).isFalse();
  }

  private List<Routing.Match> matches(List<Caller> callers, Seat... seats) {
    return routing.matches(
        callers.stream().sorted(Caller.ORDER).toList(), Stream.of(seats).toList(), NOW);
  }

  private static Seat.Profile anybody() {
    return new Seat.Profile(Set.of(), Map.of(), Set.of("de", "en"), 3);
  }

  private static Seat seat(AgentId agent) {
    return new Seat(agent, anybody(), true, 0, false, NINE);
  }

  private static Caller caller(int second) {
    return needing(second, Needs.ANYBODY);
  }

  private static Caller needing(int second, Needs needs) {
    return caller(ConversationId.next(NINE), second, needs, null, Set.of());
  }

  private static Caller known(Caller c, AgentId agent) {
    return new Caller(c.conversation(), c.since(), c.since(), c.needs(), "de", 1, agent, Set.of());
  }

  private static Caller passed(Caller c, AgentId agent) {
    return new Caller(
        c.conversation(), c.since(), c.since(), c.needs(), "de", 1, null, Set.of(agent));
  }

  private static Caller caller(
      ConversationId id, int second, Needs needs, @Nullable AgentId known, Set<AgentId> passed) {
    var since = NINE.plusSeconds(second);
    return new Caller(id, since, since, needs, "de", 1, known, passed);
  }
}
