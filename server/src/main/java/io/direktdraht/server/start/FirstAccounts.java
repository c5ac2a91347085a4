package io.direktdraht.server.start;

import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.conversation.AgentId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Makes the accounts that a first start needs. The administrator's password is random and shown
/// once; those of the demo are derived from this installation's master key and shown at every start
/// of the demo.
public final class FirstAccounts {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final AgentId ADMINISTRATOR = new AgentId("admin");
  private final Accounts accounts;
  private final PasswordEncoder passwords;
  private final MasterKey master;

  /// A name and a password to be printed.
  public record Credentials(String name, String password) {}

  public FirstAccounts(Accounts accounts, PasswordEncoder passwords, MasterKey master) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.master = master;
  }

  public List<Credentials> create(boolean demo) {
    var shown = new ArrayList<Credentials>();
    if (demo) {
      shown.add(demo("ana", "Ana Berger", Account.Role.AGENT));
      shown.add(demo("ben", "Ben Okafor", Account.Role.AGENT));
      shown.add(demo("olga", "Olga Weber", Account.Role.OPERATOR));
    }
    if (accounts.find(ADMINISTRATOR).isEmpty()) {
      var password = random();
      save(ADMINISTRATOR, "Administration", password, Account.Role.ADMINISTRATOR);
      shown.add(new Credentials(ADMINISTRATOR.value(), password));
    }
    return shown;
  }

  /// The new password, or empty when there is no such account.
  public Optional<String> reset(AgentId id) {
    return accounts
        .find(id)
        .map(account -> {
          var password = random();
          accounts.save(account.withPasswordHash(hash(password)));
          return password;
        });
  }

  private Credentials demo(String name, String displayName, Account.Role role) {
    var password = master.text("demo account " + name, 14);
    var id = new AgentId(name);
    var existing = accounts.find(id);
    if (existing.isEmpty()) save(id, displayName, password, role);
    boolean changed =
        existing
            .filter(account -> !passwords.matches(password, account.passwordHash()))
            .isPresent();
    return new Credentials(name, changed ? "(as you set it)" : password);
  }

  private void save(AgentId id, String displayName, String password, Account.Role role) {
    accounts.save(new Account(id, displayName, hash(password), role));
  }

  private String hash(String password) {
    return String.valueOf(passwords.encode(password));
  }

  private static String random() {
    var random = new SecureRandom();
    var password = new StringBuilder();
    for (int i = 0; i < 16; i++) password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return password.toString();
  }
}
