package io.direktdraht.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that refuses where the script says so: a command's first word, or "." for the end
/// of the data, to the answer; "hang up" breaks the connection instead.
final class ScriptedSmtp implements AutoCloseable {
  static final String HANG_UP = "hang up";
  final List<String> mails = new CopyOnWriteArrayList<>();
  final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<String, String> script;
  private final ServerSocket server;

  ScriptedSmtp(Map<String, String> script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed())
      try (var client = server.accept()) {
        talk(client);
      } catch (IOException ended) {
        // the test closed it, or the client hung up
      }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    say(client, "220 ready");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      commands.add(line);
      var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      var toReports = line.contains("+b.") ? script.get(command + " +b.") : null;
      var answer = toReports == null ? script.getOrDefault(command, usual(command)) : toReports;
      if (answer.equals(HANG_UP)) return;
      say(client, answer);
      if (command.equals("QUIT")) return;
      if (command.equals("DATA") && answer.startsWith("354") && !data(client, in)) return;
    }
  }

  private boolean data(Socket client, BufferedReader in) throws IOException {
    var mail = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
      mail.append(line).append('\n');
    mails.add(mail.toString().replaceAll("\n[ \t]+", " ")); // unfolded
    var answer = script.getOrDefault(".", "250 2.0.0 taken");
    if (answer.equals(HANG_UP)) return false;
    say(client, answer);
    return true;
  }

  private static String usual(String command) {
    return switch (command) {
      case "EHLO" -> "250-localhost\r\n250-AUTH PLAIN\r\n250 8BITMIME";
      case "AUTH" -> "235 2.7.0 in";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 2.0.0 fine";
    };
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
