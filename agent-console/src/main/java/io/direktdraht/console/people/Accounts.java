package io.direktdraht.console.people;

import io.direktdraht.conversation.AgentId;
import java.util.List;
import java.util.Optional;

/// Every account, by name.
public interface Accounts {
  Optional<Account> find(AgentId id);

  List<Account> all();

  /// Creates or replaces the account of this name.
  void save(Account account);
}
