package io.direktdraht.storage.jdbc;

import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.people.SignIns;
import io.direktdraht.conversation.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts and sign-ins in a database.
public final class JdbcPeople implements Accounts, SignIns {
  private static final String ACCOUNT =
      "select name, display_name, password_hash, role from account";
  private final Query query;

  public JdbcPeople(Database database) {
    query = new Query(database);
  }

  @Override
  public Optional<Account> find(AgentId id) {
    return query.one(ACCOUNT + " where name = ?", JdbcPeople::account, id.value());
  }

  @Override
  public List<Account> all() {
    return query.list(ACCOUNT + " order by name", JdbcPeople::account);
  }

  @Override
  public void save(Account account) {
    int changed =
        query.update(
            "update account set display_name = ?, password_hash = ?, role = ? where name = ?",
            account.displayName(),
            account.passwordHash(),
            account.role().name(),
            account.id().value());
    if (changed == 0)
      query.update(
          "insert into account (display_name, password_hash, role, name) values (?, ?, ?, ?)",
          account.displayName(),
          account.passwordHash(),
          account.role().name(),
          account.id().value());
    query.force(); // its password is shown once
  }

  @Override
  public void open(String tokenHash, AgentId agent, Instant until) {
    query.update(
        "insert into sign_in (token_hash, account, until_at) values (?, ?, ?)",
        tokenHash,
        agent.value(),
        Rows.time(until));
  }

  @Override
  public Optional<AgentId> find(String tokenHash, Instant now) {
    return query.one(
        "select account from sign_in where token_hash = ? and until_at > ?",
        row -> new AgentId(row.getString(1)),
        tokenHash,
        Rows.time(now));
  }

  @Override
  public void close(String tokenHash) {
    query.update("delete from sign_in where token_hash = ?", tokenHash);
  }

  @Override
  public void closeAll(AgentId agent) {
    query.update("delete from sign_in where account = ?", agent.value());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AgentId(row.getString(1)),
        row.getString(2),
        row.getString(3),
        Account.Role.valueOf(row.getString(4)));
  }
}
