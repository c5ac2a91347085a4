package io.direktdraht.console.people;

import io.direktdraht.conversation.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Accounts and sign-ins in memory, for tests.
public final class MemoryPeople implements Accounts, SignIns {
  private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();
  private final Map<String, SignIn> signIns = new ConcurrentSkipListMap<>();

  private record SignIn(AgentId agent, Instant until) {}

  @Override
  public Optional<Account> find(AgentId id) {
    return Optional.ofNullable(accounts.get(id.value()));
  }

  @Override
  public List<Account> all() {
    return List.copyOf(accounts.values());
  }

  @Override
  public void save(Account account) {
    accounts.put(account.id().value(), account);
  }

  @Override
  public void open(String tokenHash, AgentId agent, Instant until) {
    signIns.put(tokenHash, new SignIn(agent, until));
  }

  @Override
  public Optional<AgentId> find(String tokenHash, Instant now) {
    return Optional.ofNullable(signIns.get(tokenHash))
        .filter(signIn -> signIn.until.isAfter(now))
        .map(SignIn::agent);
  }

  @Override
  public void close(String tokenHash) {
    signIns.remove(tokenHash);
  }

  @Override
  public void closeAll(AgentId agent) {
    signIns.values().removeIf(signIn -> signIn.agent.equals(agent));
  }
}
