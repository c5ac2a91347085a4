package io.direktdraht.channel.mail;

import io.direktdraht.conversation.Line;

/// Mail lines towards servers on this machine.
final class MailLines {
  private MailLines() {}

  static MailLine mail(int smtp, int imap) {
    return named("mail", smtp, imap);
  }

  static MailLine at(String address) {
    return new MailLine(
        new Line.Id("mail"), address, "Lindenhof", server(0), server(0), "INBOX", true, null);
  }

  static MailLine named(String name, int smtp, int imap) {
    return new MailLine(
        new Line.Id(name),
        "hilfe@shop.example",
        "Lindenhof",
        server(imap),
        server(smtp),
        "INBOX",
        true,
        "mx.shop.example");
  }

  private static MailLine.Server server(int port) {
    return new MailLine.Server(
        "localhost", port, MailLine.Security.NONE, "hilfe", new Credential.Password("geheim"));
  }
}
