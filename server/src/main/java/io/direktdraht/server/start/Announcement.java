package io.direktdraht.server.start;

import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.server.DirektdrahtSettings;
import java.io.PrintStream;
import java.util.List;

/// The lines that a start prints: fixed, for people and for scripts.
public record Announcement(
    DirektdrahtSettings settings, RasaSettings rasa, List<FirstAccounts.Credentials> accounts) {
  public void print(PrintStream out, int port) {
    var address = "http://localhost:" + port;
    if (settings.demo()) out.println("shop: " + address + "/");
    if (settings.demo()) out.println("phone: " + address + "/phone");
    out.println("console: " + address + "/console");
    for (var account : accounts)
      out.println("sign in: " + account.name() + " " + account.password());
    out.println("rest-token: " + rasa.token());
    out.flush();
  }
}
