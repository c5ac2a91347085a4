package io.direktdraht.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.AgentId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every driver of accounts and sign-ins promises.
public interface PeopleContract {
  Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  Accounts accounts();

  SignIns signIns();

  @Test
  default void keepsTheNewestVersionOfAnAccount() {
    var account = somebody();
    accounts().save(account);
    accounts().save(account.withPasswordHash("other"));
    assertThat(accounts().find(account.id())).contains(account.withPasswordHash("other"));
    assertThat(accounts().all()).contains(account.withPasswordHash("other"));
    assertThat(accounts().find(new AgentId("nobody-" + UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void knowsASignInUntilItIsOverOrClosed() {
    var account = somebody();
    accounts().save(account);
    var token = UUID.randomUUID().toString();
    signIns().open(token, account.id(), NOW.plusSeconds(60));
    assertThat(signIns().find(token, NOW)).contains(account.id());
    assertThat(signIns().find(token, NOW.plusSeconds(60))).isEmpty();
    signIns().close(token);
    assertThat(signIns().find(token, NOW)).isEmpty();
  }

  @Test
  default void closesEverySignInOfAnAccount() {
    var account = somebody();
    accounts().save(account);
    var token = UUID.randomUUID().toString();
    signIns().open(token, account.id(), NOW.plusSeconds(60));
    signIns().closeAll(account.id());
    assertThat(signIns().find(token, NOW)).isEmpty();
  }

  private static Account somebody() {
    var id = new AgentId("a" + UUID.randomUUID());
    return new Account(id, "Ana Berger", "{hash}", Account.Role.AGENT);
  }
}
