package io.direktdraht.server.start;

import io.direktdraht.console.people.SignIns;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.server.DirektdrahtSettings;
import io.direktdraht.server.StorageWiring;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/// `./direktdraht reset-password NAME`: a new password, printed once; every sign-in of the account
/// ends.
@Import(StorageWiring.class)
@ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
@EnableConfigurationProperties(DirektdrahtSettings.class)
public class ResetPassword {
  private final FirstAccounts accounts;
  private final SignIns signIns;

  public ResetPassword(FirstAccounts accounts, SignIns signIns) {
    this.accounts = accounts;
    this.signIns = signIns;
  }

  /// The exit status.
  public int reset(String name) {
    var id = new AgentId(name);
    var password = accounts.reset(id);
    if (password.isEmpty()) {
      System.err.println("no account " + name);
      return 1;
    }
    signIns.closeAll(id);
    System.out.println("sign in: " + name + " " + password.get());
    return 0;
  }
}
